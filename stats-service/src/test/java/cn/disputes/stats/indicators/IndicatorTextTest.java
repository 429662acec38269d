package cn.disputes.stats.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The dictionary is whole, and what it says in words is what it computes. */
class IndicatorTextTest {
    static Stream<Indicator> all() {
        return Indicators.all().stream().flatMap(i -> Indicators.versions(i.code()).stream());
    }

    @ParameterizedTest
    @MethodSource("all")
    void isComplete(Indicator i) {
        for (var text : List.of(i.zh(), i.en(), i.formula(), i.basis(), i.version()))
            assertFalse(text.isBlank(), i.code());
        assertEquals(i, Indicators.find(i.code()).orElseThrow());
        if (i.shape() == Indicator.Shape.RATIO) {
            for (var part : List.of(i.numeratorOf(), i.denominatorOf()))
                assertEquals(
                        Indicator.Shape.COUNT,
                        Indicators.find(part).orElseThrow().shape());
            return;
        }
        assertEquals(i.shape() == Indicator.Shape.COUNT, i.hits().isEmpty());
        for (var condition : Stream.concat(i.base().stream(), i.hits().stream()).toList()) {
            assertFalse(
                    condition.otherwiseZh().isBlank() || condition.otherwiseEn().isBlank());
            assertTrue(IndicatorText.zh(i, true).contains(condition.zh()));
            assertTrue(IndicatorText.en(i, true).contains(condition.en()));
        }
    }

    /** Each code that a condition computes with is read back by its label, and no other is. */
    @ParameterizedTest
    @MethodSource("all")
    void everyCodeComputedIsReadBack(Indicator i) {
        for (var condition : Stream.concat(i.base().stream(), i.hits().stream()).toList()) {
            if (!condition.sql().matches("f\\.(outcome|standing) (NOT )?IN .*")) continue;
            var words = List.of(condition.zh().split("[、）]|结果不?为"));
            Stream.concat(Arrays.stream(ReconsiderationOutcome.values()), Arrays.stream(LitigationOutcome.values()))
                    .filter(code -> i.kind().name().equals("LITIGATION") == code instanceof LitigationOutcome)
                    .forEach(code -> assertEquals(
                            condition.sql().contains("'" + code.name() + "'"),
                            words.contains(code.zh()),
                            condition.name() + " " + code));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    RECONSIDERATIONS_RECEIVED | 期内收到的行政复议案件
                    RECONSIDERATIONS_CONCLUDED | 期内办结的行政复议案件
                    RECONSIDERATIONS_CORRECTED | 期内办结的行政复议案件，直接纠错（结果为变更、撤销、部分撤销、确认违法、确认无效、责令履行、行政协议补救）
                    DISPUTE_SETTLED_RATE | 期内办结的行政复议案件，未被一审行政诉讼起诉（未被一审行政诉讼起诉） / 期内办结的行政复议案件
                    RECONSIDERATION_LITIGATION_RATIO | RECONSIDERATIONS_RECEIVED / FIRST_INSTANCE_RECEIVED
                    ZERO_LOSS_COUNTIES | 没有“期内办结的行政诉讼案件，一审（审级为一审），经过复议（有复议案号），败诉（结果为撤销、部分撤销、变更、责令履行、判决给付、确认违法、确认无效、判决赔偿、行政协议补救）”的县（市、区）数 / 县（市、区）数
                    HIGH_RISK_RESOLVED | 期内化解的高败诉风险案件
                    HEAD_APPEARANCE_RATE | 期内办结的行政诉讼案件，开过庭（开庭次数不少于1），至少一次庭审有负责人出庭（负责人出庭次数不少于1） / 期内办结的行政诉讼案件，开过庭（开庭次数不少于1）
                    FIRST_INSTANCE_RECEIVED | 期内立案的行政诉讼案件，一审（审级为一审）
                    SUPERVISION_ISSUED | 期内制发的监督文书
                    RECTIFICATIONS_OUTSTANDING | 期末已制发而未整改的监督文书
                    """)
    void thePublishedFiguresAreReadBackInWords(String code, String words) {
        assertEquals(words, Indicators.find(code).orElseThrow().formula());
    }

    @Test
    void refusesAConditionThatNoFactCanMeet() throws IOException {
        for (var is : List.of(
                "{\"field\":\"colour\",\"in\":[\"RED\"]}",
                "{\"field\":\"outcome\",\"in\":[\"NO_SUCH\"]}",
                "{\"field\":\"outcome\"}")) {
            var node = new JsonMapper()
                    .readTree(
                            "{\"zh\":\"x\",\"en\":\"x\",\"is\":" + is + ",\"otherwise\":{\"zh\":\"y\",\"en\":\"y\"}}");
            assertThrows(IllegalArgumentException.class, () -> Condition.read("X", node));
        }
    }

    @Test
    void aTrialVersionRunsBesideTheOneInForce() {
        var versions = Indicators.versions("DISPUTE_SETTLED_RATE");
        assertEquals(
                List.of("1", "2"), versions.stream().map(Indicator::version).toList());
        assertEquals("1", Indicators.find("DISPUTE_SETTLED_RATE").orElseThrow().version());
        assertTrue(Indicators.find("DISPUTE_SETTLED_RATE@2").orElseThrow().trial());
        assertTrue(Indicators.find("DISPUTE_SETTLED_RATE@3").isEmpty());
    }
}
