package cn.disputes.cases.supervision;

import cn.disputes.cases.casefile.CaseFilter;
import cn.disputes.cases.casefile.Recused;
import cn.disputes.contract.codes.Regions;
import cn.disputes.contract.codes.SupervisionKind;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.paging.Query;
import jakarta.ws.rs.QueryParam;

/** What a list of supervision documents can be narrowed by. */
public class SupervisionFilter {
    @QueryParam("regionCode")
    public String regionCode;

    @QueryParam("status")
    public String status;

    @QueryParam("kind")
    public String kind;

    @QueryParam("documentNumber")
    public String documentNumber;

    /** Any of the cases a document came from. */
    @QueryParam("caseNumber")
    public String caseNumber;

    @QueryParam("category")
    public String category;

    /** {@code true}: the stock (存量), whatever is not yet rectified. */
    @QueryParam("outstanding")
    public String outstanding;

    /** No report yet, and its term ends before this day: with today, what is overdue. */
    @QueryParam("dueBefore")
    public String dueBefore;

    @QueryParam("issuedToCode")
    public String issuedToCode;

    @QueryParam("issuedFrom")
    public String issuedFrom;

    @QueryParam("issuedTo")
    public String issuedTo;

    @QueryParam("cursor")
    public String cursor;

    @QueryParam("limit")
    public String limit;

    @QueryParam("count")
    public String count;

    public CaseFilter conditions(Caller caller) {
        var filter = new CaseFilter()
                .ofRegion(caller)
                .and(Recused.fromNone(Recused.CASES_OF_DOCUMENT), "caller", caller.subject());
        filter.cursor = cursor;
        var region = Query.region("regionCode", regionCode);
        if (region != null) filter.and("region_code LIKE :region || '%'", "region", Regions.prefix(region));
        return filter.code("status", "status", Query.code("status", status, SupervisionStatus.class))
                .code("kind", "kind", Query.code("kind", kind, SupervisionKind.class))
                .and("document_number = :number", "number", Query.text("documentNumber", documentNumber))
                .and(
                        "(case_number = :caseNumber OR case_numbers @> ARRAY[CAST(:caseNumber AS text)])",
                        "caseNumber",
                        Query.text("caseNumber", caseNumber))
                .code("category", "category", Query.code("category", category, IssueCategory.class))
                .and(
                        "(status <> 'RECTIFIED') = :outstanding",
                        "outstanding",
                        Query.bool("outstanding", outstanding) ? true : null)
                .and(
                        "status = 'ISSUED' AND report_due_on < :dueBefore",
                        "dueBefore",
                        Query.date("dueBefore", dueBefore))
                .and("issued_to_code = :issuedTo", "issuedTo", Query.text("issuedToCode", issuedToCode))
                .and("issued_on >= :issuedFrom", "issuedFrom", Query.date("issuedFrom", issuedFrom))
                .and("issued_on <= :issuedUntil", "issuedUntil", Query.date("issuedTo", issuedTo));
    }
}
