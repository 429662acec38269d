package cn.disputes.cases.reconsideration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.cases.agency.Agency;
import cn.disputes.cases.agency.Agency.Level;
import cn.disputes.cases.agency.AgencyKind;
import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JurisdictionRulesTest {
    private static Jurisdiction of(
            AgencyKind kind, Level level, Domain domain, String region, String receiving, LawVersion law) {
        var agency = new Agency("11330700002592265Y", "合成机关", region, level, domain, kind, 1);
        return JurisdictionRules.of(agency, receiving, law, ActType.OTHER);
    }

    private static String competent(Jurisdiction found) {
        return found.competent().stream()
                .map(a -> a.kind() + ":" + a.regionCode())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "DEPARTMENT, CITY, 330700, 24, GOVERNMENT:330700",
        "DEPARTMENT, COUNTY, 330782, 24, GOVERNMENT:330782",
        "DEPARTMENT, PROVINCE, 330000, 24, GOVERNMENT:330000",
        "GOVERNMENT, TOWNSHIP, 330782, 24, GOVERNMENT:330782",
        "GOVERNMENT, COUNTY, 330782, 24, GOVERNMENT:330700",
        "GOVERNMENT, CITY, 330700, 24, GOVERNMENT:330000",
        "GOVERNMENT, PROVINCE, 330000, 24, GOVERNMENT:330000",
        "DELEGATE, TOWNSHIP, 330702, 24, GOVERNMENT:330702",
        "AUTHORISED, CITY, 330700, 24, GOVERNMENT:330700",
        "BRANCH, COUNTY, 330782, 24, GOVERNMENT:330782",
        "BRANCH, CITY, 330700, 24, GOVERNMENT:330700",
        "BRANCH, CITY, 330702, 24, GOVERNMENT:330700 GOVERNMENT:330702",
        "VERTICAL, COUNTY, 330782, 27, SUPERIOR_DEPARTMENT:330700",
        "VERTICAL, CITY, 330700, 27, SUPERIOR_DEPARTMENT:330000",
        "VERTICAL, PROVINCE, 330000, 27, SUPERIOR_DEPARTMENT:000000",
        "JUSTICE, CITY, 330700, 28, GOVERNMENT:330700 SUPERIOR_JUSTICE_DEPARTMENT:330000",
        "JUSTICE, COUNTY, 330782, 28, GOVERNMENT:330782 SUPERIOR_JUSTICE_DEPARTMENT:330700",
    })
    void since2024(AgencyKind kind, Level level, String region, String article, String expected) {
        var found = of(kind, level, Domain.OTHER, region, "330700", LawVersion.XZFY_2023);
        assertEquals(expected, competent(found));
        assertEquals("Art. " + article + " XZFY-2023", found.article());
        assertTrue(found.certain());
        assertFalse(found.zh().isBlank() || found.en().isBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "DEPARTMENT, CITY, 330700, 12, GOVERNMENT:330700 SUPERIOR_DEPARTMENT:330000",
        "JUSTICE, COUNTY, 330782, 12, GOVERNMENT:330782 SUPERIOR_DEPARTMENT:330700",
        "VERTICAL, COUNTY, 330782, 12, SUPERIOR_DEPARTMENT:330700",
        "GOVERNMENT, COUNTY, 330782, 13, GOVERNMENT:330700",
        "GOVERNMENT, TOWNSHIP, 330782, 13, GOVERNMENT:330782",
        "GOVERNMENT, PROVINCE, 330000, 14, GOVERNMENT:330000",
        "DELEGATE, TOWNSHIP, 330782, 15, GOVERNMENT:330782",
        "BRANCH, COUNTY, 330782, 15, GOVERNMENT:330782 SUPERIOR_DEPARTMENT:330782",
        "AUTHORISED, CITY, 330700, 15, GOVERNMENT:330700 SUPERIOR_DEPARTMENT:330700",
    })
    void before2024(AgencyKind kind, Level level, String region, String article, String expected) {
        var found = of(kind, level, Domain.OTHER, region, "330700", LawVersion.XZFY_2017);
        assertEquals(expected, competent(found));
        assertEquals("Art. " + article + " XZFY-2017", found.article());
        assertFalse(found.zh().isBlank() || found.en().isBlank());
    }

    /** What the register does not say is read off the domain and the region's code. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, OTHER, 330700, GOVERNMENT:330700",
                "-, -, OTHER, 330782, GOVERNMENT:330782",
                "-, -, OTHER, 330000, GOVERNMENT:330000",
                "-, -, TAX, 330782, SUPERIOR_DEPARTMENT:330700",
                "-, -, TOWNSHIP, 330782, GOVERNMENT:330782",
                "-, TOWNSHIP, OTHER, 330782, GOVERNMENT:330782",
                "GOVERNMENT, -, TOWNSHIP, 330782, GOVERNMENT:330700",
            })
    void whatIsNotRegisteredIsAssumed(AgencyKind kind, Level level, Domain domain, String region, String expected) {
        var found = of(kind, level, domain, region, "330700", LawVersion.XZFY_2023);
        assertEquals(expected, competent(found));
        assertFalse(found.certain());
    }

    @Test
    void saysWhetherItIsHere() {
        assertTrue(of(AgencyKind.DEPARTMENT, Level.CITY, null, "330700", "330700", LawVersion.XZFY_2023)
                .here());
        assertFalse(of(AgencyKind.DEPARTMENT, Level.CITY, null, "330700", "330782", LawVersion.XZFY_2023)
                .here());
        assertFalse(of(AgencyKind.VERTICAL, Level.COUNTY, null, "330782", "330700", LawVersion.XZFY_2023)
                .here());
        assertTrue(of(AgencyKind.JUSTICE, Level.CITY, null, "330700", "330700", LawVersion.XZFY_2023)
                .here());
    }

    @Test
    void namesThePlace() {
        var found = of(AgencyKind.JUSTICE, Level.COUNTY, null, "330782", "330700", LawVersion.XZFY_2023);
        assertEquals("义乌市人民政府", found.competent().get(0).zh());
        assertEquals("金华市司法行政部门", found.competent().get(1).zh());
        assertEquals(
                "省（330000）主管部门",
                of(AgencyKind.VERTICAL, Level.CITY, null, "330700", "330700", LawVersion.XZFY_2023)
                        .competent()
                        .get(0)
                        .zh());
        assertEquals(
                "（000000）主管部门",
                of(AgencyKind.VERTICAL, Level.PROVINCE, null, "330000", "330700", LawVersion.XZFY_2023)
                        .competent()
                        .get(0)
                        .zh());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "INACTION, Art. 23(3) XZFY-2023, -",
                "INFORMATION_DISCLOSURE, Art. 23(4) XZFY-2023, -",
                "OWNERSHIP_DETERMINATION, Art. 23(2) XZFY-2023, Art. 30 XZFY-2017",
                "PENALTY, Art. 23(1) XZFY-2023, -",
                "LICENSING, -, -",
            })
    void reconsiderationBeforeSuit(ActType act, String now, String then) {
        var agency = new Agency("11330700002592265Y", "合成机关", "330700", Level.CITY, null, 1);
        var first = JurisdictionRules.of(agency, "330700", LawVersion.XZFY_2023, act)
                .reconsiderationFirst();
        if (now == null) assertNull(first);
        else assertEquals(now, first.article());
        var before = JurisdictionRules.of(agency, "330700", LawVersion.XZFY_2017, act)
                .reconsiderationFirst();
        if (then == null) assertNull(before);
        else assertEquals(then, before.article());
    }
}
