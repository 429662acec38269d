package cn.disputes.cases.litigation;

import cn.disputes.cases.casefile.CaseFilter;
import cn.disputes.cases.casefile.Viewer;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.paging.Query;
import jakarta.ws.rs.QueryParam;

/** What a list of suits can be narrowed by. */
public class LitigationFilter extends CaseFilter {
    @QueryParam("defendantCode")
    public String defendantCode;

    @QueryParam("instance")
    public String instance;

    @QueryParam("filedFrom")
    public String filedFrom;

    @QueryParam("filedTo")
    public String filedTo;

    @QueryParam("reconsiderationCaseNumber")
    public String reconsiderationCaseNumber;

    public CaseFilter conditions(Caller caller) {
        within(caller).shared();
        code("status", "status", Query.code("status", status, LitigationStatus.class));
        code("outcome", "outcome", Query.code("outcome", outcome, LitigationOutcome.class));
        code("instance", "instance", Query.code("instance", instance, Instance.class));
        and("defendant_code = :defendantCode", "defendantCode", Query.text("defendantCode", defendantCode));
        and("filed_on >= :filedFrom", "filedFrom", Query.date("filedFrom", filedFrom));
        and("filed_on <= :filedTo", "filedTo", Query.date("filedTo", filedTo));
        and(
                "reconsideration_case_number = :reconsideration",
                "reconsideration",
                Query.text("reconsiderationCaseNumber", reconsiderationCaseNumber));
        containing(Query.text("q", text), "defendant_name", Viewer.of(caller));
        if (!LitigationRegister.seesRegion(caller)) {
            and(
                    "(defendant_code = :agency OR actor_code = :agency OR :agency = ANY (co_defendant_codes))",
                    "agency",
                    caller.agency().orElse(""));
        }
        return this;
    }
}
