package cn.disputes.contract.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.disputes.contract.codes.Regions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionScopeTest {
    @ParameterizedTest
    @CsvSource({
        "330700,330700,true", "330700,330782,true", "330700,330800,false", "330700,330699,false",
        "330782,330782,true", "330782,330700,false", "330000,330782,true", "330000,320000,false",
        "100000,330782,true", "330782,,false"
    })
    void coversTheCodeAndAllBelowIt(String region, String code, boolean covered) {
        var scope = new RegionScope(region);
        assertEquals(covered, scope.covers(code));
        if (code != null) {
            assertEquals(
                    covered, code.compareTo(scope.from()) >= 0 && code.compareTo(scope.to()) < 0, "as SQL sees it");
        }
    }

    @Test
    void isWrittenOutInSql() {
        assertEquals("c.region >= '3307' AND c.region < '3307:'", new RegionScope("330700").sql("c.region"));
        assertEquals("r >= '' AND r < ':'", new RegionScope("000000").sql("r"));
    }

    @Test
    void knowsNineCounties() {
        assertEquals(9, Regions.counties("330700").size());
        assertEquals(1, Regions.counties("330782").size());
        assertThrows(IllegalArgumentException.class, () -> new RegionScope("3307' OR"));
    }
}
