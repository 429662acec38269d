package cn.disputes.cases.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.cases.casefile.Party.Kind;
import cn.disputes.cases.privacy.DataKeys;
import cn.disputes.cases.privacy.Seal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartiesTest {
    private static final UUID CASE = UUID.fromString("01890000-0000-7000-8000-000000000001");
    private static final Party PERSON =
            new Party(Kind.NATURAL_PERSON, "合成甲", "330702180001010015", "13800001234", "虚构路1号");

    private final Seal seal = new Seal(DataKeys.parse("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));

    @Test
    void onlyKindAndNameLieInTheClear() {
        var json = Parties.json(seal, CASE, List.of(PERSON));
        assertTrue(json.contains("合成甲"));
        assertFalse(json.contains(PERSON.idNumber()) || json.contains(PERSON.phone()) || json.contains("虚构路"));
        assertTrue(json.contains(seal.hash(PERSON.idNumber())));
        assertEquals(List.of(PERSON), Parties.read(seal, CASE, json));
        assertThrows(IllegalStateException.class, () -> Parties.read(seal, UUID.randomUUID(), json));
    }

    @Test
    void whoGaveNothingHasNothingSealed() {
        var named = new Party(Kind.LEGAL_PERSON, "虚构公司", null, null, null);
        var json = Parties.json(seal, CASE, List.of(named));
        assertEquals("[{\"kind\":\"LEGAL_PERSON\",\"name\":\"虚构公司\"}]", json);
        assertEquals(List.of(named), Parties.read(seal, CASE, json));
    }

    @Test
    void rowsFromBeforeTheSealAreRead() {
        assertEquals(List.of(PERSON), Parties.read(seal, CASE, StepLog.json(List.of(PERSON))));
    }

    @ParameterizedTest
    @CsvSource({
        "浙江省金华市婺城区虚构街道1号, 浙江省金华市婺城区***",
        "义乌市虚构街道9号, 义乌市***",
        "浙江省义乌市阳光小区3幢, 浙江省义乌市***",
        "虚构小区3幢101室, ***",
        "磐安县虚构镇虚构村, 磐安县***",
        "内蒙古自治区虚构市虚构旗1号, 内蒙古自治区虚构市虚构旗***",
        "虚构路1号, ***"
    })
    void anAddressIsMaskedToItsDistrict(String address, String masked) {
        assertEquals(
                masked,
                new Party(Kind.NATURAL_PERSON, "合成甲", null, null, address)
                        .masked()
                        .address());
    }

    @Test
    void masksKeepWhatTellsPeopleApart() {
        var masked = PERSON.masked();
        assertEquals("合*", masked.name());
        assertEquals("330702********0015", masked.idNumber());
        assertEquals("138****1234", masked.phone());
        assertEquals(
                "虚构公司",
                new Party(Kind.LEGAL_PERSON, "虚构公司", null, null, null).masked().name());
    }
}
