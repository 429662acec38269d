package cn.disputes.alerts.risk;

import static cn.disputes.contract.security.Roles.CASE_OFFICER;
import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.LEADER;

import cn.disputes.contract.codes.Regions;
import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.codes.RiskState;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.Preconditions;
import cn.disputes.conventions.idempotency.Idempotency;
import cn.disputes.conventions.paging.DayCursor;
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
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Jdbi;

/** High-risk suits, and what is done about each. */
@Path("/v1/risk-cases")
public class RiskCaseResource {
    private final Jdbi jdbi;
    private final RiskCaseAccess access;
    private final RiskActions actions;
    private final RiskHistory history;
    private final ModelReleases releases;
    private final Idempotency idempotency;
    private final Caller caller;

    RiskCaseResource(
            Jdbi jdbi,
            RiskCaseAccess access,
            RiskActions actions,
            RiskHistory history,
            ModelReleases releases,
            Idempotency idempotency,
            Caller caller) {
        this.jdbi = jdbi;
        this.access = access;
        this.actions = actions;
        this.history = history;
        this.releases = releases;
        this.idempotency = idempotency;
        this.caller = caller;
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
        var after = DayCursor.read(cursor);
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
                .bind("own", access.ownOnly() ? caller.subject() : null)
                .bind("state", stateCode == null ? null : stateCode.name())
                .bind("level", levelCode == null ? null : levelCode.name())
                .bind("region", region == null ? null : Regions.prefix(region))
                .bind("month", ordered == null ? null : ordered.toString())
                .bind("leader", Query.text("leaderId", leaderId))
                .bind("litigation", Query.text("litigationCaseNumber", litigation))
                .bind("afterDate", after.day())
                .bind("afterId", after.id())
                .bind("rows", rows + 1)
                .map(RiskCase::map)
                .list());
        return Page.of(found, rows, null, c -> DayCursor.after(c.flaggedOn(), c.id()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({COORDINATOR, LEADER, CASE_OFFICER})
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RiskCase.class)))
    public Response get(@PathParam("id") String id) {
        return jdbi.withHandle(h -> show(200, access.require(h, id)));
    }

    /**
     * What is done.
     *
     * @param on the day it was done, today unless given
     * @param note PLAN_FILED: the plan; else what is to be remembered
     * @param evidence RESOLVED: the ruling, mediation statement or proof of performance (准许撤诉裁定、调解书、履行证明)
     * @param evidenceType which of the three it is; also with RESOLUTION_CLAIMED
     * @param promisedOn PLAN_FILED: the day by which the leader promises to resolve the case, not before {@code on}; the
     *     day on which the case is due unless given
     * @param leaderId REASSIGNED: to whom
     * @param until SILENCED: the last day of the silence (静默), from today to 60 days ahead; its reason is the note
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Action(
            @NotNull(message = "不能为空 | Must be given") ActionType type,
            LocalDate on,
            @Size(max = 2000, message = "最多2000字 | At most 2000 characters") String note,
            @Size(max = 2000, message = "最多2000字 | At most 2000 characters") String evidence,
            EvidenceType evidenceType,
            LocalDate promisedOn,
            String leaderId,
            LocalDate until) {}

    /** Records what was done; refused with 409, what may follow now and why, when it may not follow. */
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
        var answer = jdbi.inTransaction(h -> idempotency.once(h, key, caller, "POST actions of " + id, action, () -> {
            var risk = access.lock(h, id);
            Preconditions.ifMatch(ifMatch, risk.version());
            return show(201, actions.act(h, risk, action));
        }));
        // in a transaction of its own: whoever holds a model case must not wait for its parallel ones
        if (action.type().ends()) releases.release();
        return answer;
    }

    /** Everything that was done, in the order in which it was recorded; and the months' orders that held the case. */
    public record History(List<RiskHistory.Done> items, List<RiskHistory.HandOver> orders) {}

    @GET
    @Path("/{id}/actions")
    @RolesAllowed({COORDINATOR, LEADER, CASE_OFFICER})
    public History actions(@PathParam("id") String id) {
        return jdbi.withHandle(h -> {
            var risk = access.require(h, id);
            return new History(history.of(h, risk.id()), history.orders(h, risk.id()));
        });
    }

    private static Response show(int status, RiskCase risk) {
        return Response.status(status)
                .entity(risk)
                .tag(Preconditions.etag(risk.version()))
                .build();
    }
}
