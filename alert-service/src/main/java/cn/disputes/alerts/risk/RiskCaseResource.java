package cn.disputes.alerts.risk;

import static cn.disputes.contract.security.Roles.CASE_OFFICER;
import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.LEADER;

import cn.disputes.contract.codes.Regions;
import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.codes.RiskState;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.Preconditions;
import cn.disputes.conventions.idempotency.Idempotency;
import cn.disputes.conventions.paging.Cursor;
import cn.disputes.conventions.paging.Page;
import cn.disputes.conventions.paging.Query;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** High-risk suits, and what is done about each. */
@Path("/v1/risk-cases")
public class RiskCaseResource {
    private static final Set<ActionType> BY_LEADERS = EnumSet.of(
            ActionType.ACKNOWLEDGED, ActionType.PLAN_FILED, ActionType.COORDINATED, ActionType.RESOLUTION_CLAIMED);

    private final Jdbi jdbi;
    private final RiskCases cases;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    RiskCaseResource(Jdbi jdbi, RiskCases cases, Idempotency idempotency, Caller caller, Clock clock) {
        this.jdbi = jdbi;
        this.cases = cases;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({COORDINATOR, LEADER, CASE_OFFICER})
    public Page<RiskCase> list(
            @QueryParam("state") String state,
            @QueryParam("level") String level,
            @QueryParam("regionCode") String regionCode,
            @QueryParam("month") String month,
            @QueryParam("leaderId") String leaderId,
            @QueryParam("litigationCaseNumber") String litigation,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        var rows = Query.limit(limit);
        var stateCode = Query.code("state", state, RiskState.class);
        var levelCode = Query.code("level", level, RiskLevel.class);
        var region = Query.region("regionCode", regionCode);
        var ordered = Query.month("month", month);
        var after = cursor == null || cursor.isEmpty() ? null : Cursor.decode(cursor, 2);
        var scope = caller.scope();
        var found = jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT * FROM risk_case
                        WHERE region_code >= :from AND region_code < :to
                          AND (CAST(:own AS text) IS NULL OR leader_id = :own)
                          AND (CAST(:state AS text) IS NULL OR state = :state)
                          AND (CAST(:level AS text) IS NULL OR level = :level)
                          AND (CAST(:region AS text) IS NULL OR region_code LIKE :region || '%')
                          AND (CAST(:month AS text) IS NULL OR :month = ANY (months))
                          AND (CAST(:leader AS text) IS NULL OR leader_id = :leader)
                          AND (CAST(:litigation AS text) IS NULL OR litigation_case_number = :litigation)
                          AND (CAST(:afterDate AS date) IS NULL OR (flagged_on, id) < (:afterDate, :afterId))
                        ORDER BY flagged_on DESC, id DESC LIMIT :rows""")
                .bind("from", scope.from())
                .bind("to", scope.to())
                .bind("own", ownOnly() ? caller.subject() : null)
                .bind("state", stateCode == null ? null : stateCode.name())
                .bind("level", levelCode == null ? null : levelCode.name())
                .bind("region", region == null ? null : Regions.prefix(region))
                .bind("month", ordered == null ? null : ordered.toString())
                .bind("leader", Query.text("leaderId", leaderId))
                .bind("litigation", Query.text("litigationCaseNumber", litigation))
                .bind("afterDate", after == null ? null : Query.date("cursor", after.get(0)))
                .bind("afterId", after == null ? null : Query.id("cursor", after.get(1)))
                .bind("rows", rows + 1)
                .map(RiskCase::map)
                .list());
        return Page.of(found, rows, null, c -> Cursor.encode(c.flaggedOn().toString(), c.id().toString()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({COORDINATOR, LEADER, CASE_OFFICER})
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RiskCase.class)))
    public Response get(@PathParam("id") String id) {
        return jdbi.withHandle(h -> show(200, require(h, id, false)));
    }

    /**
     * What is done.
     *
     * @param on the day it was done, today unless given
     * @param evidence RESOLVED: the ruling, mediation statement or proof of performance (准许撤诉裁定、调解书、履行证明)
     * @param leaderId REASSIGNED: to whom
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Action(
            @NotNull(message = "不能为空 | Must be given") ActionType type,
            LocalDate on,
            @Size(max = 2000, message = "最多2000字 | At most 2000 characters") String note,
            @Size(max = 2000, message = "最多2000字 | At most 2000 characters") String evidence,
            String leaderId) {}

    @POST
    @Path("/{id}/actions")
    @RolesAllowed({COORDINATOR, LEADER})
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RiskCase.class)))
    public Response act(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull(message = "不能为空 | Must be given") Action action) {
        return jdbi.inTransaction(h -> idempotency.once(h, key, caller, "POST actions of " + id, action, () -> {
            var risk = require(h, id, true);
            Preconditions.ifMatch(ifMatch, risk.version());
            return show(201, act(h, risk, action));
        }));
    }

    private RiskCase act(Handle h, RiskCase risk, Action action) {
        if (!caller.has(COORDINATOR) && !BY_LEADERS.contains(action.type()))
            throw new ProblemException(GeneralProblem.FORBIDDEN);
        var on = action.on() == null ? LocalDate.now(clock) : action.on();
        if (on.isAfter(LocalDate.now(clock)))
            throw ProblemException.invalid("on", "不能晚于今天", "Must not be in the future");
        if (on.isBefore(risk.flaggedOn()))
            throw ProblemException.invalid(
                    "on", "不能早于识别日期 " + risk.flaggedOn(), "Must not be before it was flagged, " + risk.flaggedOn());
        if (action.type() == ActionType.RESOLVED
                && (action.evidence() == null || action.evidence().isBlank())) {
            throw ProblemException.invalid(
                    "evidence",
                    "销号须有凭据：准许撤诉裁定、调解书或履行证明",
                    "A resolution needs evidence: the ruling, the mediation statement or proof of performance");
        }
        var next = RiskCaseState.next(risk.state(), action.type()).orElseThrow(() -> illegal(risk, action));
        var moved = action.type() == ActionType.REASSIGNED
                ? reassigned(h, risk, action).moved(next, on, false)
                : risk.moved(next, on, false);
        record(h, risk, action, on);
        return cases.save(h, moved);
    }

    private static ProblemException illegal(RiskCase risk, Action action) {
        var allowed =
                RiskCaseState.allowed(risk.state()).stream().map(Enum::name).collect(Collectors.joining(", "));
        return new ProblemException(RiskProblem.ILLEGAL_ACTION, risk.state(), action.type(), allowed)
                .field("type", "现在可以：" + allowed, "Allowed now: " + allowed);
    }

    private static RiskCase reassigned(Handle h, RiskCase risk, Action action) {
        if (action.leaderId() == null) throw ProblemException.invalid("leaderId", "不能为空", "Must be given");
        var known = h.createQuery("SELECT count(*) FROM leader WHERE id = :id")
                .bind("id", action.leaderId())
                .mapTo(Integer.class)
                .one();
        if (known == 0) {
            throw new ProblemException(RiskProblem.LEADER_UNKNOWN, action.leaderId())
                    .field("leaderId", "没有登记该领导", "Not registered");
        }
        return risk.assigned(action.leaderId(), risk.months(), risk.dueOn());
    }

    private void record(Handle h, RiskCase risk, Action action, LocalDate on) {
        h.createUpdate(
                        """
                        INSERT INTO risk_action (case_id, sequence, type, on_date, note, evidence, leader_id, recorded_by, recorded_at)
                        SELECT :id, count(*) + 1, :type, :on, :note, :evidence, :leader, :by, :now FROM risk_action WHERE case_id = :id""")
                .bind("id", risk.id())
                .bind("type", action.type().name())
                .bind("on", on)
                .bind("note", action.note())
                .bind("evidence", action.evidence())
                .bind("leader", action.leaderId())
                .bind("by", caller.subject())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** One line of what was done. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Done(
            int sequence,
            ActionType type,
            LocalDate on,
            String note,
            String evidence,
            String leaderId,
            String recordedBy) {}

    public record History(List<Done> items) {}

    @GET
    @Path("/{id}/actions")
    @RolesAllowed({COORDINATOR, LEADER, CASE_OFFICER})
    public History actions(@PathParam("id") String id) {
        return jdbi.withHandle(
                h -> new History(h.createQuery("SELECT * FROM risk_action WHERE case_id = :id ORDER BY sequence")
                        .bind("id", require(h, id, false).id())
                        .map((row, ctx) -> new Done(
                                row.getInt("sequence"),
                                ActionType.valueOf(row.getString("type")),
                                row.getObject("on_date", LocalDate.class),
                                row.getString("note"),
                                row.getString("evidence"),
                                row.getString("leader_id"),
                                row.getString("recorded_by")))
                        .list()));
    }

    private boolean ownOnly() {
        return !caller.has(COORDINATOR) && !caller.has(CASE_OFFICER);
    }

    private RiskCase require(Handle h, String id, boolean lock) {
        UUID caseId;
        try {
            caseId = UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(GeneralProblem.NOT_FOUND);
        }
        return cases.find(h, caseId, lock)
                .filter(risk -> caller.scope().covers(risk.regionCode()))
                .filter(risk -> !ownOnly() || caller.subject().equals(risk.leader()))
                .orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
    }

    private static Response show(int status, RiskCase risk) {
        return Response.status(status)
                .entity(risk)
                .tag(Preconditions.etag(risk.version()))
                .build();
    }
}
