package cn.disputes.cases.dispute;

import static cn.disputes.contract.security.Roles.AGENCY_LIAISON;
import static cn.disputes.contract.security.Roles.APPROVER;
import static cn.disputes.contract.security.Roles.CASE_OFFICER;
import static cn.disputes.contract.security.Roles.COORDINATOR;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.paging.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Who is sued after a reconsideration (复议后的被告). */
@Path("/v1/reconsiderations/{id}/defendants")
public class DefendantResource {
    private final Jdbi jdbi;
    private final DisputeStore store;
    private final ExpectedDefendants expected;
    private final Caller caller;

    DefendantResource(Jdbi jdbi, DisputeStore store, ExpectedDefendants expected, Caller caller) {
        this.jdbi = jdbi;
        this.store = store;
        this.expected = expected;
        this.caller = caller;
    }

    /**
     * Defendants and court by Art. 26 of the Administrative Litigation Law.
     *
     * @param resultUnchanged CHANGED: only facts, evidence or basis were changed
     * @param procedural CONFIRMED_UNLAWFUL: for its procedure only
     * @param mixed the decision also upholds, or refuses to accept, a part
     * @param inadmissible APPLICATION_REJECTED: it should not have been accepted
     */
    @GET
    @RolesAllowed({CASE_OFFICER, APPROVER, COORDINATOR, AGENCY_LIAISON})
    public DefendantAnswer get(
            @PathParam("id") String id,
            @QueryParam("resultUnchanged") String resultUnchanged,
            @QueryParam("procedural") String procedural,
            @QueryParam("mixed") String mixed,
            @QueryParam("inadmissible") String inadmissible) {
        var said = new ExpectedDefendants.Said(
                fact("resultUnchanged", resultUnchanged),
                fact("procedural", procedural),
                fact("mixed", mixed),
                fact("inadmissible", inadmissible));
        return jdbi.inTransaction(h -> store.reconsideration(h, caseId(id), Reach.of(caller))
                .map(reconsideration -> expected.of(h, reconsideration, said))
                .orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND)));
    }

    private static Boolean fact(String name, String value) {
        return value == null ? null : (Boolean) Query.bool(name, value);
    }

    private static UUID caseId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(GeneralProblem.NOT_FOUND);
        }
    }
}
