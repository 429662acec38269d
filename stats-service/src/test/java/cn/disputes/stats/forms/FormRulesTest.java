package cn.disputes.stats.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormRulesTest {
    private static final String GOOD =
            """
            code: T-1
            number: 表1
            title: 表
            authority: 机关
            unit: 件
            kind: RECONSIDERATION
            rows: {by: DOMAIN, label: 类别, total: 总计}
            columns:
              - {code: a, label: 新收, basis: RECEIVED, indicator: RECONSIDERATIONS_RECEIVED}
              - label: 处罚
                basis: RECEIVED
                when: {actType: [PENALTY]}
                columns:
                  - {code: b, label: 直接, when: {outcome: [REVOKED]}}
                  - {code: c, label: 无, missing: 没有}
            checks:
              - {code: x, label: 'a = b', left: [a], right: [b]}
            """;

    @Test
    void readsAGoodOne() {
        var form = FormCatalogue.read(GOOD, "good.yaml");
        assertEquals(2, form.depth());
        assertEquals(3, form.leaves().size());
        var columns = FormColumn.of(form);
        assertEquals(
                "(f.received_on BETWEEN :first AND :last) AND (f.act_type = 'PENALTY') AND (f.outcome = 'REVOKED')",
                columns.get("b").condition());
        assertTrue(!columns.containsKey("c"), "what is not recorded is not counted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "actType: [PENALTY]|actTypo: [PENALTY]|no field",
                "actType: [PENALTY]|actType: [PENALTIES]|allowed are",
                "actType: [PENALTY]|instance: [FIRST]|which no RECONSIDERATION has",
                "actType: [PENALTY]|actType: [\"X' OR 'a'='a\"]|allowed are",
                "code: b, label|code: a, label|code of two columns",
                "code: b, label|code: 'a b', label|letters and digits",
                "basis: RECEIVED, indicator: RECONSIDERATIONS_RECEIVED|indicator: RECONSIDERATIONS_RECEIVED|no basis",
                "RECONSIDERATIONS_RECEIVED}|NO_SUCH}|which there is not",
                "RECONSIDERATIONS_RECEIVED}|LOSS_RATE}|must name a count",
                "right: [b]|right: [z]|names no column",
                "right: [b]|right: [c]|which is not recorded",
                "right: [b]|right: []|needs code, label, left and right",
                "kind: RECONSIDERATION|kind: NOTHING|not one of the values",
                "unit: 件|unitt: 件|unitt",
                "unit: 件|unit: ''|must be given",
                "code: T-1|code: 'T 1'|letters, digits and hyphens"
            })
    void namesWhatIsWrong(String good, String bad, String said) {
        assertTrue(GOOD.contains(good), good);
        var refused = assertThrows(
                IllegalStateException.class,
                () -> FormCatalogue.read(
                        GOOD.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad)), "bad.yaml"));
        assertTrue(refused.getMessage().startsWith("bad.yaml: "), refused.getMessage());
        assertTrue(refused.getMessage().contains(said), refused.getMessage());
    }
}
