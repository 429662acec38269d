package cn.disputes.cases.dispute;

import static cn.disputes.contract.security.Roles.AGENCY_LIAISON;
import static cn.disputes.contract.security.Roles.APPROVER;
import static cn.disputes.contract.security.Roles.CASE_OFFICER;
import static cn.disputes.contract.security.Roles.COORDINATOR;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The dispute a suit belongs to. */
@Path("/v1/litigations/{id}/dispute")
public class LitigationDisputeResource {
    private final Jdbi jdbi;
    private final DisputeStore store;
    private final Disputes disputes;
    private final Caller caller;

    LitigationDisputeResource(Jdbi jdbi, DisputeStore store, Disputes disputes, Caller caller) {
        this.jdbi = jdbi;
        this.store = store;
        this.disputes = disputes;
        this.caller = caller;
    }

    /** The reconsideration and every instance, so far as the caller sees them; no person is named. */
    @GET
    @RolesAllowed({CASE_OFFICER, APPROVER, COORDINATOR, AGENCY_LIAISON})
    public Dispute get(@PathParam("id") String id) {
        var reach = Reach.of(caller);
        return jdbi.inTransaction(h -> {
            var start = store.suit(h, caseId(id), reach).orElseThrow(LitigationDisputeResource::notFound);
            return disputes.around(h, start.caseNumber(), reach);
        });
    }

    private static UUID caseId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw notFound();
        }
    }

    private static ProblemException notFound() {
        return new ProblemException(GeneralProblem.NOT_FOUND);
    }
}
