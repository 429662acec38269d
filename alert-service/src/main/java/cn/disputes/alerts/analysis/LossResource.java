package cn.disputes.alerts.analysis;

import static cn.disputes.contract.security.Roles.AGENCY_LIAISON;
import static cn.disputes.contract.security.Roles.CASE_OFFICER;
import static cn.disputes.contract.security.Roles.COORDINATOR;

import cn.disputes.alerts.analysis.LossAnalysis.State;
import cn.disputes.contract.codes.CourtCaseNumber;
import cn.disputes.contract.codes.Regions;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.Preconditions;
import cn.disputes.conventions.idempotency.Idempotency;
import cn.disputes.conventions.paging.DayCursor;
import cn.disputes.conventions.paging.Page;
import cn.disputes.conventions.paging.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Loss analyses (败诉分析报告): demanded by a loss that took effect, filed by the agency or for it. */
@Path("/v1/loss-analyses")
public class LossResource {
    private final Jdbi jdbi;
    private final LossStore store;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    LossResource(Jdbi jdbi, LossStore store, Idempotency idempotency, Caller caller, Clock clock) {
        this.jdbi = jdbi;
        this.store = store;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** The latest due first; {@code overdue=true}: past the last day and not filed. */
    @GET
    @RolesAllowed({COORDINATOR, CASE_OFFICER, AGENCY_LIAISON})
    public Page<LossAnalysis> list(
            @QueryParam("state") String state,
            @QueryParam("regionCode") String regionCode,
            @QueryParam("agencyCode") String agencyCode,
            @QueryParam("caseNumber") String caseNumber,
            @QueryParam("overdue") String overdue,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        var rows = Query.limit(limit);
        var stateCode = Query.code("state", state, State.class);
        var region = Query.region("regionCode", regionCode);
        var after = DayCursor.read(cursor);
        var scope = caller.scope();
        var found = jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT * FROM loss_analysis
                        WHERE region_code >= :from AND region_code < :to
                          AND (CAST(:own AS text) IS NULL OR :own IN (defendant_code, responsible_code))
                          AND (CAST(:state AS text) IS NULL OR state = :state)
                          AND (CAST(:region AS text) IS NULL OR region_code LIKE :region || '%')
                          AND (CAST(:agency AS text) IS NULL OR :agency IN (defendant_code, responsible_code))
                          AND (CAST(:number AS text) IS NULL OR case_number = :number)
                          AND (CAST(:overdue AS date) IS NULL OR state = 'DUE' AND due_on < :overdue)
                          AND (CAST(:afterDate AS date) IS NULL OR (due_on, id) < (:afterDate, :afterId))
                        ORDER BY due_on DESC, id DESC LIMIT :rows""")
                .bind("from", scope.from())
                .bind("to", scope.to())
                .bind("own", ownAgency())
                .bind("state", stateCode == null ? null : stateCode.name())
                .bind("region", region == null ? null : Regions.prefix(region))
                .bind("agency", Query.text("agencyCode", agencyCode))
                .bind("number", Query.text("caseNumber", caseNumber))
                .bind("overdue", Query.bool("overdue", overdue) ? LocalDate.now(clock) : null)
                .bind("afterDate", after.day())
                .bind("afterId", after.id())
                .bind("rows", rows + 1)
                .map(LossAnalysis::map)
                .list());
        return Page.of(found, rows, null, a -> DayCursor.after(a.dueOn(), a.id()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({COORDINATOR, CASE_OFFICER, AGENCY_LIAISON})
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LossAnalysis.class)))
    public Response get(@PathParam("id") String id) {
        return jdbi.withHandle(h -> show(200, require(h, id, false)));
    }

    /** Files the report of a loss that is known; once, later changes are amendments. */
    @POST
    @RolesAllowed({COORDINATOR, CASE_OFFICER, AGENCY_LIAISON})
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LossAnalysis.class)))
    public Response file(
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull(message = "不能为空 | Must be given") LossRequest body) {
        var number = CourtCaseNumber.parse(body.caseNumber())
                .orElseThrow(() -> ProblemException.invalid(
                        "caseNumber", "不符合人民法院行政案件案号规则", "Not a court's number of an administrative case"));
        return jdbi.inTransaction(h -> idempotency.once(h, key, caller, "POST /v1/loss-analyses", body, () -> {
            var present = store.lockByNumber(h, number).filter(this::visible).orElseThrow(() -> new ProblemException(
                            LossProblem.NO_LOSS, number)
                    .field("caseNumber", "没有该案败诉的记录", "No loss of it is known"));
            if (present.state() == State.FILED) throw new ProblemException(LossProblem.ALREADY_FILED);
            if (present.state() == State.VOID) throw new ProblemException(LossProblem.NOT_DEMANDED);
            return show(201, store.file(h, present.id(), body, caller.subject()));
        }));
    }

    /** Amends a report that was filed; the day it was filed stays. */
    @PUT
    @Path("/{id}")
    @RolesAllowed({COORDINATOR, CASE_OFFICER, AGENCY_LIAISON})
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LossAnalysis.class)))
    public Response amend(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull(message = "不能为空 | Must be given") LossRequest body) {
        return jdbi.inTransaction(h -> {
            var present = require(h, id, true);
            Preconditions.ifMatch(ifMatch, present.version());
            if (present.state() != State.FILED) throw new ProblemException(LossProblem.NOT_DEMANDED);
            if (!CourtCaseNumber.parse(body.caseNumber())
                    .filter(present.caseNumber()::equals)
                    .isPresent()) throw ProblemException.invalid("caseNumber", "与原报告案号不同", "Differs from the report's");
            return show(200, store.file(h, present.id(), body, caller.subject()));
        });
    }

    private LossAnalysis require(Handle h, String id, boolean lock) {
        UUID analysis;
        try {
            analysis = UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(GeneralProblem.NOT_FOUND);
        }
        return store.find(h, analysis, lock)
                .filter(this::visible)
                .orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
    }

    private boolean visible(LossAnalysis analysis) {
        var own = ownAgency();
        return caller.scope().covers(analysis.regionCode())
                && (own == null || own.equals(analysis.defendantCode()) || own.equals(analysis.responsibleCode()));
    }

    /** What an agency's liaison is held to; null for the others. */
    private String ownAgency() {
        if (caller.has(COORDINATOR) || caller.has(CASE_OFFICER)) return null;
        return caller.agency().orElse("");
    }

    private static Response show(int status, LossAnalysis analysis) {
        return Response.status(status)
                .entity(analysis)
                .tag(Preconditions.etag(analysis.version()))
                .build();
    }
}
