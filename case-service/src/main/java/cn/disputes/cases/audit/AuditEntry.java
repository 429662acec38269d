package cn.disputes.cases.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.StatementContext;

/** One entry of the audit trail. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditEntry(
        Instant at,
        String subject,
        String address,
        AuditAction action,
        String regionCode,
        List<UUID> caseIds,
        String detail,
        @JsonIgnore String tx,
        @JsonIgnore long position) {
    static AuditEntry map(ResultSet row, StatementContext context) throws SQLException {
        return new AuditEntry(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("subject"),
                row.getString("address"),
                AuditAction.valueOf(row.getString("action")),
                row.getString("region_code"),
                Arrays.asList((UUID[]) row.getArray("case_ids").getArray()),
                row.getString("detail"),
                row.getString("tx_text"),
                row.getLong("position"));
    }

    List<Object> cells() {
        var ids = caseIds.stream().map(UUID::toString).collect(Collectors.joining(" "));
        return new ArrayList<>(Arrays.asList(at, subject, address, action, regionCode, ids, detail));
    }
}
