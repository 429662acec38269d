package cn.disputes.alerts.scoring;

import static cn.disputes.contract.security.Roles.CASE_OFFICER;
import static cn.disputes.contract.security.Roles.COORDINATOR;

import cn.disputes.alerts.risk.RiskRules.Factor;
import cn.disputes.contract.codes.Regions;
import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.events.EventJson;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.paging.Cursor;
import cn.disputes.conventions.paging.Page;
import cn.disputes.conventions.paging.Query;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The score of every open suit, flagged or not, and how it came to it. */
@Path("/v1/suit-scores")
public class SuitScoreResource {
    private final Jdbi jdbi;
    private final Caller caller;

    SuitScoreResource(Jdbi jdbi, Caller caller) {
        this.jdbi = jdbi;
        this.caller = caller;
    }

    /**
     * The latest score of an open suit.
     *
     * @param level missing below YELLOW without an alert
     * @param riskCaseId missing as long as it is no risk case
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SuitScore(
            String litigationCaseNumber,
            String regionCode,
            RiskLevel level,
            int points,
            int ruleVersion,
            List<Factor> factors,
            LocalDate scoredOn,
            UUID riskCaseId) {}

    /** The highest first. */
    @GET
    @RolesAllowed({COORDINATOR, CASE_OFFICER})
    public Page<SuitScore> list(
            @QueryParam("level") String level,
            @QueryParam("regionCode") String regionCode,
            @QueryParam("flagged") String flagged,
            @QueryParam("litigationCaseNumber") String litigation,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        var rows = Query.limit(limit);
        var code = Query.code("level", level, RiskLevel.class);
        var region = Query.region("regionCode", regionCode);
        var only = flagged == null || flagged.isEmpty() ? null : Query.bool("flagged", flagged);
        var after = cursor == null || cursor.isEmpty() ? null : Cursor.decode(cursor, 2);
        var scope = caller.scope();
        var found = jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT s.*, c.id AS risk FROM suit_score s
                        LEFT JOIN risk_case c ON c.litigation_case_number = s.case_number
                        LEFT JOIN litigation l ON l.case_number = s.case_number
                        WHERE s.region_code >= :from AND s.region_code < :to AND l.concluded_on IS NULL AND c.closed_on IS NULL
                          AND (CAST(:level AS text) IS NULL OR s.level = :level)
                          AND (CAST(:region AS text) IS NULL OR s.region_code LIKE :region || '%')
                          AND (CAST(:flagged AS boolean) IS NULL OR (c.id IS NOT NULL) = :flagged)
                          AND (CAST(:litigation AS text) IS NULL OR s.case_number = :litigation)
                          AND (CAST(:points AS int) IS NULL OR s.points < :points
                               OR s.points = :points AND s.case_number > :number)
                        ORDER BY s.points DESC, s.case_number LIMIT :rows""")
                .bind("from", scope.from())
                .bind("to", scope.to())
                .bind("level", code == null ? null : code.name())
                .bind("region", region == null ? null : Regions.prefix(region))
                .bind("flagged", only)
                .bind("litigation", Query.text("litigationCaseNumber", litigation))
                .bind("points", after == null ? null : points(after.get(0)))
                .bind("number", after == null ? null : after.get(1))
                .bind("rows", rows + 1)
                .map((row, ctx) -> new SuitScore(
                        row.getString("case_number"),
                        row.getString("region_code"),
                        level(row),
                        row.getInt("points"),
                        row.getInt("rule_version"),
                        factors(row),
                        row.getObject("scored_on", LocalDate.class),
                        row.getObject("risk", UUID.class)))
                .list());
        return Page.of(found, rows, null, s -> Cursor.encode(String.valueOf(s.points()), s.litigationCaseNumber()));
    }

    private static Integer points(String key) {
        if (!key.matches("[0-9]{1,6}")) throw Cursor.forged();
        return Integer.valueOf(key);
    }

    /**
     * One scoring: why, by which rules, from what, to what.
     *
     * @param cause ALERT, EVENT (something new in the register, or a day gone by) or RULES (other rules)
     * @param inputs every fact that was looked at, also those that weigh nothing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Scored(
            int sequence,
            String cause,
            int ruleVersion,
            RiskLevel level,
            int points,
            List<Factor> factors,
            JsonNode inputs,
            LocalDate scoredOn,
            Instant recordedAt) {}

    public record History(List<Scored> items) {}

    /** Every scoring of one suit, the first first. */
    @GET
    @Path("/history")
    @RolesAllowed({COORDINATOR, CASE_OFFICER})
    public History history(@QueryParam("litigationCaseNumber") String litigation) {
        var number = Query.text("litigationCaseNumber", litigation);
        if (number == null) throw ProblemException.invalid("litigationCaseNumber", "不能为空", "Must be given");
        var scope = caller.scope();
        return jdbi.withHandle(h -> new History(h.createQuery(
                        """
                        SELECT r.* FROM risk_score r JOIN suit_score s ON s.case_number = r.case_number
                        WHERE r.case_number = :number AND s.region_code >= :from AND s.region_code < :to
                        ORDER BY r.sequence""")
                .bind("number", number)
                .bind("from", scope.from())
                .bind("to", scope.to())
                .map((row, ctx) -> new Scored(
                        row.getInt("sequence"),
                        row.getString("cause"),
                        row.getInt("rule_version"),
                        level(row),
                        row.getInt("points"),
                        factors(row),
                        tree(row.getString("inputs")),
                        row.getObject("scored_on", LocalDate.class),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list()));
    }

    private static RiskLevel level(ResultSet row) throws SQLException {
        var level = row.getString("level");
        return level == null ? null : RiskLevel.valueOf(level);
    }

    private static List<Factor> factors(ResultSet row) throws SQLException {
        try {
            return List.of(EventJson.MAPPER.readValue(row.getString("factors"), Factor[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("factors unreadable", e);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return EventJson.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("inputs unreadable", e);
        }
    }
}
