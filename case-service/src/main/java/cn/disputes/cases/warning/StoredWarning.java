package cn.disputes.cases.warning;

import cn.disputes.contract.events.WarningEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * A warning (预警提示) as it stands or stood.
 *
 * @param code the row of {@code /v1/warning-catalogue}
 * @param kind of the case; {@code agencies} for what is found of an agency, {@code calendar} where there is no case
 * @param agencyCodes the agencies addressed, or the one of which something is found
 * @param dueOn the last day of the clock it hangs on
 * @param detail the figures behind it, such as 3/5 for a rate; {@code zh} and {@code en} end with them
 * @param withdrawnOn when it became moot, null while it stands
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record StoredWarning(
        UUID id,
        String code,
        Addressee addressee,
        String kind,
        @Schema(implementation = String.class, format = "uuid", nullable = true) UUID caseId,
        @Schema(nullable = true) String caseNumber,
        String regionCode,
        List<String> agencyCodes,
        LocalDate dueOn,
        LocalDate raisedOn,
        @Schema(nullable = true) String detail,
        @Schema(implementation = String.class, format = "date", nullable = true) LocalDate withdrawnOn,
        String zh,
        String en,
        String article,
        long version,
        Instant recordedAt) {

    WarningEvent event() {
        return new WarningEvent(
                id,
                version,
                regionCode,
                code,
                addressee.name(),
                kind,
                caseId,
                caseNumber,
                agencyCodes,
                dueOn,
                raisedOn,
                withdrawnOn,
                zh,
                en,
                article,
                recordedAt);
    }

    static StoredWarning map(ResultSet row, StatementContext context) throws SQLException {
        var prompt = WarningCatalogue.BY_CODE.get(row.getString("code"));
        var detail = row.getString("detail");
        return new StoredWarning(
                row.getObject("id", UUID.class),
                row.getString("code"),
                Addressee.valueOf(row.getString("addressee")),
                row.getString("kind"),
                row.getObject("case_id", UUID.class),
                row.getString("case_number"),
                row.getString("region_code"),
                List.of((String[]) row.getArray("agency_codes").getArray()),
                row.getObject("due_on", LocalDate.class),
                row.getObject("raised_on", LocalDate.class),
                detail,
                row.getObject("withdrawn_on", LocalDate.class),
                prompt == null ? "" : prompt.zh() + (detail == null ? "" : "：" + detail),
                prompt == null ? "" : prompt.en() + (detail == null ? "" : ": " + detail),
                prompt == null ? "" : prompt.article(),
                row.getLong("version"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
