package cn.disputes.cases.litigation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.contract.codes.LitigationOutcome;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LosingSideTest {
    /** 解释 Art. 136: the act and the decision on it are judged each for itself. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "CLAIM_REJECTED, -, ''",
                "REVOKED, -, DEFENDANT",
                "AGREEMENT_REMEDY, -, DEFENDANT",
                "SUIT_DISMISSED, -, ''",
                "CLAIM_REJECTED, REVOKED, RECONSIDERATION_AUTHORITY",
                "CLAIM_REJECTED, CONFIRMED_UNLAWFUL, RECONSIDERATION_AUTHORITY",
                "REVOKED, REVOKED, DEFENDANT RECONSIDERATION_AUTHORITY",
                "REVOKED, CLAIM_REJECTED, DEFENDANT",
                "-, -, ''"
            })
    void eachSideLosesForItself(LitigationOutcome act, LitigationOutcome decision, String losing) {
        assertEquals(
                losing,
                LosingSide.of(act, decision).stream().map(LosingSide::name).collect(Collectors.joining(" ")));
    }
}
