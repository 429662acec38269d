package cn.disputes.cases.warning;

import cn.disputes.cases.casefile.CaseFilter;
import cn.disputes.cases.casefile.Recused;
import cn.disputes.contract.codes.Regions;
import cn.disputes.contract.security.Caller;
import cn.disputes.contract.security.Roles;
import cn.disputes.conventions.paging.Query;
import jakarta.ws.rs.QueryParam;

/** What a list of warnings can be narrowed by. */
public class WarningFilter {
    @QueryParam("code")
    public String code;

    @QueryParam("addressee")
    public String addressee;

    @QueryParam("regionCode")
    public String regionCode;

    /** A case number or a document number. */
    @QueryParam("case")
    public String caseNumber;

    /** {@code true}: only those that stand; {@code false} or not given: all. */
    @QueryParam("open")
    public String open;

    @QueryParam("cursor")
    public String cursor;

    @QueryParam("limit")
    public String limit;

    CaseFilter conditions(Caller caller) {
        var filter = new CaseFilter();
        filter.cursor = cursor;
        filter.limit = limit;
        filter.ofRegion(caller, "kind = 'calendar'")
                .and(
                        "NOT EXISTS (SELECT 1 FROM recusal r WHERE r.case_id = warning.case_id AND r.officer = :caller)",
                        "caller",
                        caller.subject())
                .and(
                        "(kind <> 'supervision-documents' OR EXISTS (SELECT 1 FROM supervision_document AS d WHERE d.id = warning.case_id AND "
                                + Recused.fromNone("(d.case_numbers || d.case_number)") + "))",
                        "caller",
                        caller.subject());
        var seesRegion = caller.has(Roles.CASE_OFFICER) || caller.has(Roles.APPROVER) || caller.has(Roles.COORDINATOR);
        if (!seesRegion) {
            filter.and(
                    "(:agency = ANY (agency_codes) AND addressee <> 'LEADERSHIP' OR addressee = 'EVERYONE')",
                    "agency",
                    caller.agency().orElse(""));
        }
        var region = Query.region("regionCode", regionCode);
        if (region != null) filter.and("region_code LIKE :region || '%'", "region", Regions.prefix(region));
        filter.and("code = :code", "code", Query.text("code", code))
                .and("case_number = :caseNumber", "caseNumber", Query.text("case", caseNumber))
                .code("addressee", "addressee", Query.code("addressee", addressee, Addressee.class));
        if (Query.bool("open", open)) filter.and("(withdrawn_on IS NULL) = :open", "open", true);
        return filter;
    }
}
