package cn.disputes.cases.litigation;

import cn.disputes.cases.agency.Agency;
import cn.disputes.cases.casefile.CaseImport.Column;
import cn.disputes.cases.casefile.Cells;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.Regions;
import cn.disputes.contract.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A court's monthly list (法院推送台账): its columns, and each of its rows as a row of ours. The list names agencies
 * without a code and says whether a hearing took place but not on which day.
 */
final class CourtList {
    static final List<Column> COLUMNS = List.of(
            new Column("yf", "月份"),
            new Column("dqdm", "地区代码"),
            new Column("dq", "地区"),
            new Column("ah", "案号"),
            new Column("fydm", "法院代码"),
            new Column("fymc", "法院"),
            new Column("fymc", "法院名称"),
            new Column("larq", "立案日期"),
            new Column("ajlymc", "来源"),
            new Column("spcxmc", "审级"),
            new Column("ay", "案由"),
            new Column("jarq", "结案日期"),
            new Column("jafsmc", "结案方式"),
            new Column("jasymc", "结案事由"),
            new Column("yg", "原告"),
            new Column("bg", "被告"),
            new Column("fygtbg", "复议共同被告"),
            new Column("dsr", "第三人"),
            new Column("sfkt", "是否开庭"),
            new Column("xzjgsfct", "行政机关是否出庭"),
            new Column("xzxwzl", "行为种类"),
            new Column("sfsjwjsc", "规范性文件审查"),
            new Column("xzjgsfbs", "是否败诉"),
            new Column("bsyy", "败诉原因"),
            new Column("sfss", "是否上诉"),
            new Column("ysah", "一审案号"),
            new Column("sffg", "是否发改"),
            new Column("esah", "二审案号"),
            new Column("esjg", "二审结果"),
            new Column("gply", "改判理由"),
            new Column("updateTime", "更新时间"));

    /** Which column of the list a fault in one of ours comes from. */
    private static final Map<String, String> ORIGIN = Map.of(
            "caseNumber", "ah",
            "court", "fymc",
            "instance", "spcxmc",
            "regionCode", "dqdm",
            "plaintiffName", "yg",
            "filedOn", "larq",
            "hearingOn", "jarq",
            "concludedOn", "jarq",
            "outcome", "jasymc",
            "previousCaseNumber", "ysah");

    private static final Set<String> NAMES = COLUMNS.stream().map(Column::name).collect(Collectors.toSet());
    private static final String SEPARATORS = "[、，,;；]";

    private final Map<String, List<Agency>> agencies;
    private final Map<String, String> firstInstanceOf = new HashMap<>();

    /**
     * @param rows of one chunk: a first instance may name its second, whose own row does not name the first
     * @param agencies of the register by name
     */
    CourtList(List<Cells> rows, Map<String, List<Agency>> agencies) {
        this.agencies = agencies;
        for (var row : rows) {
            var values = row.values();
            if (values.containsKey("esah") && values.containsKey("ah"))
                firstInstanceOf.put(values.get("esah"), values.get("ah"));
        }
    }

    static boolean holds(Cells row) {
        return NAMES.containsAll(row.values().keySet());
    }

    /** The names of agencies that a row speaks of. */
    static Set<String> named(Cells row) {
        var names = new HashSet<String>();
        for (var column : List.of("bg", "fygtbg"))
            if (row.values().containsKey(column))
                names.addAll(split(row.values().get(column)));
        return names;
    }

    /** A row of ours; refuses what it cannot read, naming the column of the list. */
    Cells ours(Cells row) {
        var ours = new HashMap<String, String>();
        var instance = CourtWords.instance(row.text("spcxmc"), row.text("ah"));
        var region = region(row);
        put(ours, "caseNumber", row.required("ah"));
        put(ours, "court", row.required("fymc"));
        put(ours, "instance", instance.name());
        put(ours, "regionCode", region);
        put(ours, "plaintiffName", row.required("yg"));
        var accused = split(row.required("bg"));
        var defendant = agency("bg", accused.get(0), region);
        put(ours, "defendantCode", defendant.code());
        put(ours, "defendantName", defendant.name());
        put(ours, "coDefendantCodes", others(row, accused, region));
        put(
                ours,
                "domain",
                defendant.domain() == null ? "OTHER" : defendant.domain().name());
        put(
                ours,
                "actType",
                CourtWords.actType(row.text("xzxwzl"), row.text("ay")).name());
        put(ours, "filedOn", CourtWords.day(row.required("larq")));
        if (instance != Instance.FIRST) {
            var first = row.text("ysah");
            put(ours, "previousCaseNumber", first == null ? firstInstanceOf.get(row.text("ah")) : first);
        }
        conclusion(row, ours);
        put(ours, LitigationHistory.FROM_COURT, "1");
        return new Cells(ours);
    }

    private static void conclusion(Cells row, Map<String, String> ours) {
        var on = row.text("jarq");
        var words = CourtWords.words(row.text("jasymc"), row.text("jafsmc"));
        if (on == null) return;
        if (words.isEmpty()) throw ProblemException.invalid("jasymc", "有结案日期须有结案事由", "A conclusion needs its outcome");
        put(ours, "concludedOn", CourtWords.day(on));
        var ending = CourtWords.ending(words);
        put(ours, "outcome", ending.outcome().name());
        if (ending.ground() != null) put(ours, "outcomeGround", ending.ground().name());
        if (CourtWords.yes("sfkt", row.text("sfkt"))) {
            put(ours, "hearingOn", CourtWords.day(on));
            put(
                    ours,
                    "headAttendance",
                    CourtWords.attendance(row.text("xzjgsfct")).name());
        }
    }

    private String others(Cells row, List<String> accused, String region) {
        var codes = new ArrayList<String>();
        for (var name : accused.subList(1, accused.size()))
            codes.add(agency("bg", name, region).code());
        var joint = row.text("fygtbg");
        if (joint != null && !CourtWords.no(joint))
            for (var name : split(joint))
                codes.add(agency("fygtbg", name, region).code());
        return codes.isEmpty() ? null : codes.stream().distinct().collect(Collectors.joining(","));
    }

    /** By its exact name: of the region itself before one above or below it. */
    private Agency agency(String column, String name, String region) {
        var found = agencies.getOrDefault(name, List.of());
        var here = found.stream().filter(a -> a.regionCode().equals(region)).toList();
        var near = here.isEmpty()
                ? found.stream().filter(a -> related(a.regionCode(), region)).toList()
                : here;
        if (near.size() == 1) return near.get(0);
        throw near.isEmpty()
                ? ProblemException.invalid(
                        column,
                        "机关登记册中该区域没有这一名称的机关，请先登记",
                        "The agency register has no agency of this name in the region; add it first")
                : ProblemException.invalid(
                        column, "机关登记册中有多个同名机关", "The agency register has several agencies of this name");
    }

    private static boolean related(String one, String other) {
        return one.startsWith(Regions.prefix(other)) || other.startsWith(Regions.prefix(one));
    }

    private static String region(Cells row) {
        if (row.text("dqdm") != null) return row.text("dqdm");
        var name = row.text("dq");
        return Regions.all().stream()
                .filter(region -> region.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("dqdm", "未知的行政区划", "Not a known region"))
                .code();
    }

    private static List<String> split(String names) {
        return Arrays.stream(names.split(SEPARATORS))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static void put(Map<String, String> ours, String column, String value) {
        if (value != null) ours.put(column, value);
    }

    /** A refusal of our row told in the columns of the list. */
    static ProblemException inItsColumns(ProblemException refused) {
        var told = new ProblemException(refused.code());
        for (var fault : refused.faults())
            told.field(ORIGIN.getOrDefault(fault.field(), fault.field()), fault.zh(), fault.en());
        return told;
    }
}
