package cn.disputes.cases.person;

import static cn.disputes.contract.security.Roles.APPROVER;
import static cn.disputes.contract.security.Roles.CASE_OFFICER;

import cn.disputes.cases.audit.AuditTrail;
import cn.disputes.cases.identifier.CreditCode;
import cn.disputes.cases.identifier.ResidentId;
import cn.disputes.cases.person.PersonSearch.Found;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;

/** The cases of one person or organisation by its number, which travels in the body and never in an address. */
@Path("/v1/persons")
public class PersonResource {
    private final Jdbi jdbi;
    private final PersonSearch search;
    private final AuditTrail audit;
    private final Caller caller;

    PersonResource(Jdbi jdbi, PersonSearch search, AuditTrail audit, Caller caller) {
        this.jdbi = jdbi;
        this.search = search;
        this.audit = audit;
        this.caller = caller;
    }

    /** @param idNumber resident id (GB 11643) or credit code (GB 32100), whole */
    @Schema(name = "PersonWanted")
    public record Wanted(@NotNull(message = "不能为空 | Must be given") String idNumber) {}

    /**
     * The cases found, newest first, at most 500.
     *
     * @param reconsiderations how many of them are reconsiderations: more than one is a repeated applicant
     * @param litigations how many are suits
     */
    public record Cases(List<Found> items, long reconsiderations, long litigations) {}

    /** Each search is on record with the cases it found, also when it found none. */
    @POST
    @Path("/search")
    @RolesAllowed({CASE_OFFICER, APPROVER})
    public Cases search(@Valid @NotNull(message = "不能为空 | Must be given") Wanted body) {
        if (!ResidentId.valid(body.idNumber()) && !CreditCode.valid(body.idNumber())) {
            throw ProblemException.invalid(
                    "idNumber",
                    "不是有效的公民身份号码（GB 11643）或统一社会信用代码（GB 32100）",
                    "Neither a resident id (GB 11643) nor a credit code (GB 32100)");
        }
        var found = jdbi.inTransaction(h -> search.byNumber(h, body.idNumber(), caller));
        audit.read(null, found.stream().map(Found::id).toList(), "person search");
        var suits = found.stream().filter(f -> f.kind().equals("litigations")).count();
        return new Cases(found, found.size() - suits, suits);
    }
}
