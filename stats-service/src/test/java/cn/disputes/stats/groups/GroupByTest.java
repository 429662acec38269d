package cn.disputes.stats.groups;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupByTest {
    @ParameterizedTest
    @CsvSource({
        "region, 330700, 金华市本级, Jinhua (city level)",
        "region, 330702, 婺城区, Wucheng",
        "region, 110000, 110000, 110000",
        "region, , 未记录, not recorded",
        "agency, 330700, 330700, 330700"
    })
    void aGroupIsCalledByWhatIsInIt(GroupBy by, String group, String zh, String en) {
        assertEquals(zh, by.nameZh(group));
        assertEquals(en, by.nameEn(group));
    }
}
