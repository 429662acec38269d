package cn.disputes.stats.forms;

import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import cn.disputes.stats.facts.FactKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The closed vocabulary a form may ask cases by: every field with every value it may have. A form file names them and
 * writes no SQL. UNKNOWN stands for cases that do not say.
 */
enum FormField {
    actType("f.act_type", ActType.values()),
    domain("f.domain", Domain.values()),
    instance("f.instance", Instance.values()),
    outcome("f.outcome", outcomes()),
    ground("f.outcome_ground", OutcomeGround.values()),
    /** Whether the case was admitted before the period, in it, or not by its end. */
    acceptance(
            null,
            Map.of(
                    "BEFORE", "f.accepted_on < :first",
                    "DURING", "f.accepted_on BETWEEN :first AND :last",
                    "NOT_YET", "(f.accepted_on IS NULL OR f.accepted_on > :last)")),
    /** Who came to court: the highest that came to any hearing. */
    head(
            null,
            Map.of(
                    "PRINCIPAL", "f.principal_hearings > 0",
                    "OTHER_HEAD", "(f.head_hearings > 0 AND f.principal_hearings = 0)",
                    "EXCUSED", "(f.hearings > 0 AND f.head_hearings = 0 AND f.excused_hearings = f.hearings)",
                    "ABSENT", "(f.hearings > 0 AND f.head_hearings = 0 AND f.excused_hearings < f.hearings)",
                    "NO_HEARING", "f.hearings = 0")),
    /** Level of the respondent or defendant (被申请人、被告级别). */
    agencyLevel("f.agency_level", "PROVINCE", "CITY", "COUNTY", "TOWNSHIP"),
    /** Kind of the respondent or defendant. */
    agencyKind("f.agency_kind", "GOVERNMENT", "DEPARTMENT", "DELEGATE", "BRANCH", "AUTHORISED", "JUSTICE", "VERTICAL"),
    /** Level of the government that handles a reconsideration (复议机关), or whose agency is sued. */
    regionLevel(
            null,
            Map.of(
                    "PROVINCE", "f.region_code LIKE '%0000'",
                    "CITY", "(f.region_code LIKE '%00' AND f.region_code NOT LIKE '%0000')",
                    "COUNTY", "f.region_code NOT LIKE '%00'")),
    channel("f.channel", "ONLINE", "IN_PERSON", "POST", "ORAL", "VIA_AGENCY"),
    procedure("f.procedure", "ORDINARY", "SIMPLIFIED"),
    /** Whether the decision awards compensation (行政赔偿). */
    compensated("f.compensated", Map.of("YES", "f.compensated", "NO", "NOT f.compensated"), true),
    /** Whether the reconsideration authority is sued beside the agency (维持后共同应诉). */
    coDefendants(null, yesOrNo("cardinality(f.co_defendants) > 0")),
    /** Whether the suit names a reconsideration before it. */
    afterReconsideration(null, yesOrNo("f.reconsideration_case_number IS NOT NULL"));

    static final String UNKNOWN = "UNKNOWN";

    private final String sparse;
    private final Map<String, String> values;

    FormField(String column, Enum<?>[] codes) {
        this(column, codes(column, Arrays.stream(codes).map(Enum::name)), false);
    }

    /** A field that older cases do not say. */
    FormField(String column, String... codes) {
        this(column, codes(column, Arrays.stream(codes)), true);
    }

    FormField(String column, Map<String, String> values) {
        this(column, values, false);
    }

    /** @param sparse older cases may not say */
    FormField(String column, Map<String, String> values, boolean sparse) {
        this.sparse = sparse ? column : null;
        this.values = values;
    }

    /** The condition for one value; null where the field has no such value. */
    String sql(String value) {
        return values.get(value);
    }

    /** The column that says nothing for older cases; null where every case says. */
    String sparse() {
        return sparse;
    }

    String allowed() {
        return values.keySet().stream().sorted().toList().toString();
    }

    /** Whether cases of a kind have the field at all. */
    boolean of(FactKind kind) {
        return switch (this) {
            case acceptance, channel, procedure -> kind == FactKind.RECONSIDERATION;
            case instance, head, coDefendants, afterReconsideration -> kind == FactKind.LITIGATION;
            default -> true;
        };
    }

    private static Enum<?>[] outcomes() {
        return Stream.concat(Arrays.stream(ReconsiderationOutcome.values()), Arrays.stream(LitigationOutcome.values()))
                .toArray(Enum<?>[]::new);
    }

    static Map<String, String> codes(String column, Stream<String> names) {
        var values = new LinkedHashMap<String, String>();
        names.forEach(name -> values.put(name, column + " = '" + name + "'"));
        values.put("UNKNOWN", column + " IS NULL");
        return values;
    }

    private static Map<String, String> yesOrNo(String condition) {
        return Map.of("YES", condition, "NO", "(" + condition + ") IS NOT TRUE");
    }
}
