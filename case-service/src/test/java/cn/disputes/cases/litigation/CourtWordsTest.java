package cn.disputes.cases.litigation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.problem.ProblemException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourtWordsTest {
    @ParameterizedTest
    @CsvSource({
        "判决驳回诉讼请求,判决,CLAIM_REJECTED",
        ",调解,MEDIATED",
        "'驳回上诉，维持原判',判决,APPEAL_DISMISSED",
        "准许撤诉,裁定,WITHDRAWN",
        "判决 部分撤销,,PARTLY_REVOKED"
    })
    void theTellingWordDecides(String cause, String form, LitigationOutcome outcome) {
        assertEquals(outcome, CourtWords.ending(CourtWords.words(cause, form)).outcome());
    }

    @Test
    void aFormAloneSaysNothing() {
        assertThrows(ProblemException.class, () -> CourtWords.ending(CourtWords.words(null, "判决")));
    }

    /** A court that writes our own labels is understood. */
    @Test
    void everyOutcomeHasAWord() {
        for (var outcome : LitigationOutcome.values())
            assertEquals(
                    outcome, CourtWords.ending(CourtWords.words(outcome.zh())).outcome());
    }

    @ParameterizedTest
    @CsvSource({"行政一审,,FIRST", ",(2022)浙07行终1号,SECOND", ",(2022)浙行申1号,RETRIAL", ",(2022)浙0702行初1号,FIRST"})
    void theInstanceByWordOrNumber(String word, String number, Instance instance) {
        assertEquals(instance, CourtWords.instance(word, number));
    }

    @ParameterizedTest
    @CsvSource({"2022-03-01,2022-03-01", "20220301,2022-03-01", "2022-03-01 08:30:00,2022-03-01"})
    void daysAsListsWriteThem(String cell, String day) {
        assertEquals(day, CourtWords.day(cell));
    }

    @Test
    void theKindOfActBeforeTheCause() {
        assertEquals(ActType.PENALTY, CourtWords.actType("行政处罚", "行政许可"));
        assertEquals(ActType.OTHER, CourtWords.actType(null, "其他"));
        assertEquals(ActType.COERCION, CourtWords.actType(null, "行政强制执行"));
        assertEquals(12, Arrays.stream(ActType.values()).count());
    }
}
