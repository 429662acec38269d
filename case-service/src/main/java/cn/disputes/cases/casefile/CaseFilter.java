package cn.disputes.cases.casefile;

import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.paging.DayCursor;
import cn.disputes.conventions.paging.Query;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.Map;

/** The filters that lists and exports of cases share, turned into one WHERE clause; newest case first. */
public class CaseFilter {
    @QueryParam("regionCode")
    public String regionCode;

    @QueryParam("status")
    public String status;

    @QueryParam("caseNumber")
    public String caseNumber;

    @QueryParam("domain")
    public String domain;

    @QueryParam("actType")
    public String actType;

    @QueryParam("outcome")
    public String outcome;

    @QueryParam("concludedFrom")
    public String concludedFrom;

    @QueryParam("concludedTo")
    public String concludedTo;

    /** {@code sub} of an officer; {@code me} is the caller, {@code nobody} finds what is unassigned. */
    @QueryParam("assignedTo")
    public String assignedTo;

    @QueryParam("q")
    @JsonProperty("q")
    public String text;

    @QueryParam("cursor")
    public String cursor;

    @QueryParam("limit")
    public String limit;

    @QueryParam("count")
    public String count;

    /** As the index has it, word for word. */
    private static final String DOUBLED = "regexp_replace(search_text, '([㐀-鿿])', '\\1\\1', 'g')";

    private final StringBuilder where = new StringBuilder();
    private final Map<String, Object> values = new HashMap<>();

    /** Starts with the region of the caller and what is everybody's. */
    public CaseFilter ofRegion(Caller caller, String everybodys) {
        where.append("(")
                .append(caller.scope().sql("region_code"))
                .append(" OR ")
                .append(everybodys)
                .append(")");
        return this;
    }

    /** Starts with the region of the caller. */
    public CaseFilter ofRegion(Caller caller) {
        where.append(caller.scope().sql("region_code"));
        return this;
    }

    /** Starts with the cases the caller may see at all: of the region, and none the caller is recused from (回避). */
    public CaseFilter within(Caller caller) {
        ofRegion(caller).and("NOT (:caller = ANY (recused))", "caller", caller.subject());
        var officer = Query.text("assignedTo", assignedTo);
        if ("nobody".equals(officer)) where.append(" AND assigned_to IS NULL");
        else and("assigned_to = :officer", "officer", "me".equals(officer) ? caller.subject() : officer);
        return this;
    }

    /** The filters every kind of case has. */
    public CaseFilter shared() {
        var region = Query.region("regionCode", regionCode);
        if (region != null)
            and("region_code LIKE :region || '%'", "region", cn.disputes.contract.codes.Regions.prefix(region));
        and("case_number = :caseNumber", "caseNumber", Query.text("caseNumber", caseNumber));
        and("domain = :domain", "domain", name(Query.code("domain", domain, Domain.class)));
        and("act_type = :actType", "actType", name(Query.code("actType", actType, ActType.class)));
        and("concluded_on >= :concludedFrom", "concludedFrom", Query.date("concludedFrom", concludedFrom));
        and("concluded_on <= :concludedTo", "concludedTo", Query.date("concludedTo", concludedTo));
        return this;
    }

    /**
     * Cases whose number or one of whose names contains the text; a wildcard in it is only a character. The index knows
     * the text with its Chinese letters doubled, so that two of them are enough for it; the plain comparison is the
     * cheaper one where cases are read in the order of the list.
     */
    CaseFilter containing(String part) {
        if (part == null) return this;
        and("search_text LIKE '%' || :text || '%'", "text", literal(part));
        if (part.length() < 2) return this;
        return and(
                DOUBLED + " LIKE '%' || :doubled || '%'",
                "doubled",
                literal(part).replaceAll("[㐀-鿿]", "$0$0"));
    }

    private static String literal(String part) {
        return part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /**
     * The same. Who never sees a party's whole name finds no case by it either: letter by letter, a search would tell it.
     *
     * @param agency the column of the agency's name
     */
    public CaseFilter containing(String part, String agency, Viewer viewer) {
        if (part != null && !viewer.seesSome())
            where.append(" AND case_number || ' ' || ").append(agency).append(" LIKE '%' || :text || '%'");
        return containing(part);
    }

    /** Adds a condition; a null value means that the filter was not given. */
    public CaseFilter and(String condition, String name, Object value) {
        if (value == null) return this;
        where.append(" AND ").append(condition);
        values.put(name, value);
        return this;
    }

    public CaseFilter code(String column, String name, Enum<?> value) {
        return and(column + " = :" + name, name, name(value));
    }

    /** Continues after the cursor. */
    public String page(String dateColumn) {
        var after = DayCursor.read(cursor);
        if (after.day() == null) return where.toString();
        values.put("afterDate", after.day());
        values.put("afterId", after.id());
        return where + " AND (" + dateColumn + ", id) < (:afterDate, :afterId)";
    }

    public String where() {
        return where.toString();
    }

    public Map<String, Object> values() {
        return values;
    }

    private static String name(Enum<?> code) {
        return code == null ? null : code.name();
    }
}
