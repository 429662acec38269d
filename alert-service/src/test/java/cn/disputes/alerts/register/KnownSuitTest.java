package cn.disputes.alerts.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.codes.RiskState;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownSuitTest {
    @ParameterizedTest
    @CsvSource({
        // outcome, ground, first instance lost, how the risk case ends
        "REVOKED,,false,LOST",
        "REVOKED,,true,LOST",
        "APPEAL_DISMISSED,,true,LOST",
        "APPEAL_DISMISSED,,false,WON",
        "CLAIM_REJECTED,,true,WON",
        "MEDIATED,,true,RESOLVED",
        "WITHDRAWN,SETTLED,false,RESOLVED",
        "WITHDRAWN,VOLUNTARY,false,WON",
        "REMANDED,,true,WON"
    })
    void theEndOfASuitIsTheEndOfItsRiskCase(
            LitigationOutcome outcome, OutcomeGround ground, boolean previousLost, RiskState state) {
        var suit = new KnownSuit(
                UUID.randomUUID(),
                "(2022)浙07行终1号",
                "330700",
                "11330700002592265Y",
                "局",
                null,
                null,
                LocalDate.of(2022, 3, 1),
                outcome,
                ground,
                previousLost);
        assertEquals(Optional.of(state), suit.closes());
    }

    @ParameterizedTest
    @CsvSource({
        "合成镇人民政府,true",
        "合成乡政府,true",
        "合成街道办事处,true",
        "合成镇人民政府（虚构）,true",
        "合成市人民政府,false",
        "合成市公安局合成镇派出所,false",
        "合成街道综合行政执法队,false"
    })
    void tellsTownshipsByTheirNames(String name, boolean township) {
        assertEquals(township, Township.isOne(name));
    }
}
