package cn.disputes.cases.reconsideration;

import cn.disputes.cases.casefile.CaseFilter;
import cn.disputes.cases.casefile.Viewer;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.paging.Query;
import jakarta.ws.rs.QueryParam;

/** What a list of reconsiderations can be narrowed by. */
public class ReconsiderationFilter extends CaseFilter {
    @QueryParam("respondentCode")
    public String respondentCode;

    @QueryParam("procedure")
    public String procedure;

    @QueryParam("receivedFrom")
    public String receivedFrom;

    @QueryParam("receivedTo")
    public String receivedTo;

    public CaseFilter conditions(Caller caller) {
        within(caller).shared();
        code("status", "status", Query.code("status", status, ReconsiderationStatus.class));
        code("outcome", "outcome", Query.code("outcome", outcome, ReconsiderationOutcome.class));
        code("procedure", "procedure", Query.code("procedure", procedure, Procedure.class));
        and("respondent_code = :respondentCode", "respondentCode", Query.text("respondentCode", respondentCode));
        and("received_on >= :receivedFrom", "receivedFrom", Query.date("receivedFrom", receivedFrom));
        and("received_on <= :receivedTo", "receivedTo", Query.date("receivedTo", receivedTo));
        containing(Query.text("q", text), "respondent_name", Viewer.of(caller));
        if (!ReconsiderationRegister.seesRegion(caller))
            and("respondent_code = :agency", "agency", caller.agency().orElse(""));
        return this;
    }
}
