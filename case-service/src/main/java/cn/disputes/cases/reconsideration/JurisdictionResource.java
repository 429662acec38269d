package cn.disputes.cases.reconsideration;

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

/** Which authority is competent for the respondent's act, by what the agency register knows today. */
@Path("/v1/reconsiderations/{id}/jurisdiction")
public class JurisdictionResource {
    private final Jdbi jdbi;
    private final ReconsiderationRegister register;
    private final Caller caller;

    JurisdictionResource(Jdbi jdbi, ReconsiderationRegister register, Caller caller) {
        this.jdbi = jdbi;
        this.register = register;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({CASE_OFFICER, APPROVER, COORDINATOR, AGENCY_LIAISON})
    public Jurisdiction read(@PathParam("id") String id) {
        return jdbi.withHandle(h -> register.jurisdiction(h, register.require(h, caseId(id), caller)));
    }

    private static UUID caseId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(GeneralProblem.NOT_FOUND);
        }
    }
}
