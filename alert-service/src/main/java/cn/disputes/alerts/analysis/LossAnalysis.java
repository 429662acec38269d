package cn.disputes.alerts.analysis;

import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.events.EventJson;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The report a lost suit demands (败诉分析报告).
 *
 * @param responsibleCode the agency whose fault it is; the defendant unless another was named
 * @param caseNumber the suit whose end brought the loss into effect: of a dismissed appeal, the appeal
 * @param effectiveOn when the judgment took effect (a second instance at once), or was recorded as lost
 * @param knownOn when this service learned of it
 * @param dueOn ten working days from the later of the two
 * @param calendarKnown false: counted over a year whose holidays are not announced
 * @param causes why it was lost, the main one first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "LossAnalysis")
public record LossAnalysis(
        UUID id,
        String caseNumber,
        String regionCode,
        String defendantCode,
        String defendantName,
        String responsibleCode,
        ActType actType,
        Domain domain,
        LitigationOutcome outcome,
        LocalDate effectiveOn,
        LocalDate knownOn,
        LocalDate dueOn,
        boolean calendarKnown,
        State state,
        List<LossCause> causes,
        String summary,
        List<Measure> measures,
        LocalDate filedOn,
        String filedBy,
        long version) {
    /** Where a report stands. */
    public enum State {
        /** Demanded, not filed. */
        DUE,
        /** Filed. */
        FILED,
        /** The loss was rectified away, or the judgment overturned, before it was filed. */
        VOID,
        /** The loss is of long before it became known: no clock, but a report may be filed. */
        HISTORICAL
    }

    /** What is done so that it does not happen again; {@code by}: the last day for it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LossMeasure")
    public record Measure(
            @NotBlank(message = "不能为空 | Must be given") @Size(max = 500, message = "最多500字 | At most 500 characters")
                    String what,
            LocalDate by) {}

    static LossAnalysis map(ResultSet row, StatementContext context) throws SQLException {
        return new LossAnalysis(
                row.getObject("id", UUID.class),
                row.getString("case_number"),
                row.getString("region_code"),
                row.getString("defendant_code"),
                row.getString("defendant_name"),
                row.getString("responsible_code"),
                code(row, "act_type", ActType.class),
                code(row, "domain", Domain.class),
                code(row, "outcome", LitigationOutcome.class),
                row.getObject("effective_on", LocalDate.class),
                row.getObject("known_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("calendar_known"),
                State.valueOf(row.getString("state")),
                Arrays.stream((String[]) row.getArray("causes").getArray())
                        .map(LossCause::valueOf)
                        .toList(),
                row.getString("summary"),
                measures(row.getString("measures")),
                row.getObject("filed_on", LocalDate.class),
                row.getString("filed_by"),
                row.getLong("version"));
    }

    private static <E extends Enum<E>> E code(ResultSet row, String column, Class<E> type) throws SQLException {
        var name = row.getString(column);
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static List<Measure> measures(String json) {
        try {
            return List.of(EventJson.MAPPER.readValue(json, Measure[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("measures unreadable", e);
        }
    }
}
