package cn.disputes.alerts.escalation;

import static cn.disputes.contract.security.Roles.CASE_OFFICER;
import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.LEADER;

import cn.disputes.alerts.escalation.Ladder.Answer;
import cn.disputes.alerts.escalation.Ladder.Base;
import cn.disputes.alerts.risk.Everywhere;
import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.Preconditions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The ladder in force; a change is a new version for the runs that begin after it. */
@Path("/v1/escalation-ladders")
public class LadderResource {
    private final Jdbi jdbi;
    private final LadderStore store;
    private final Caller caller;

    LadderResource(Jdbi jdbi, LadderStore store, Caller caller) {
        this.jdbi = jdbi;
        this.store = store;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({COORDINATOR, LEADER, CASE_OFFICER})
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Ladder.class)))
    public Response get() {
        return jdbi.withHandle(this::show);
    }

    /** By a coordinator whose region covers every case, suit and duty; 403 to others: the ladder is one for all regions. */
    @PUT
    @RolesAllowed(COORDINATOR)
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Ladder.class)))
    public Response put(
            @HeaderParam("If-Match") String ifMatch, @Valid @NotNull(message = "不能为空 | Must be given") Ladder ladder) {
        check(ladder);
        return jdbi.inTransaction(h -> {
            if (!Everywhere.covered(h, caller.scope())) throw new ProblemException(EscalationProblem.LADDER_IS_FOR_ALL);
            h.execute("SELECT pg_advisory_xact_lock(34)");
            var version = store.all(h).newest();
            Preconditions.ifMatch(ifMatch, version);
            if (!store.all(h).version(version).equals(ladder)) store.add(h, version + 1, ladder, caller.subject());
            return show(h);
        });
    }

    private static void check(Ladder ladder) {
        for (var level : RiskLevel.values()) {
            var rungs = ladder.levels().get(level);
            var field = "levels." + level;
            if (rungs == null) throw ProblemException.invalid(field, "三种颜色都要有", "All three colours are needed");
            unique(field, rungs);
            // a claim nobody verifies and a case nobody resolves would otherwise stay silent
            if (rungs.stream().noneMatch(rung -> rung.answer() == Answer.RESOLVED))
                throw ProblemException.invalid(field, "至少一级须以化解为答复", "At least one rung must wait for the resolution");
            if (rungs.stream().anyMatch(rung -> (rung.base() == Base.CLAIMED) != (rung.answer() == Answer.VERIFIED)))
                throw ProblemException.invalid(
                        field,
                        "从申报起算的一级须以核验为答复，反之亦然",
                        "What counts from the claim waits for its verification, and only that");
        }
    }

    private static void unique(String field, List<Ladder.Rung> rungs) {
        var codes = new HashSet<String>();
        for (var rung : rungs) {
            if (!codes.add(rung.code()))
                throw ProblemException.invalid(field, "级别代码重复：" + rung.code(), "Code given twice: " + rung.code());
        }
    }

    private Response show(Handle h) {
        var all = store.all(h);
        return Response.ok(all.version(all.newest()))
                .tag(Preconditions.etag(all.newest()))
                .build();
    }
}
