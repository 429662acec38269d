package cn.disputes.deploy.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgenciesTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    @Test
    void everyCodeHasBothCheckDigits() {
        assertTrue(valid("11330700002592265Y"), "a published code");
        assertFalse(valid("11330700002592265X"));
        assertFalse(valid("11330700002592256Y"));
        for (var agency : Agencies.all()) assertTrue(valid(agency.code()), agency.toString());
    }

    @Test
    void townsAndDepartmentsOfEveryCounty() {
        assertEquals(460, Agencies.all().size());
        assertEquals(460, Agencies.all().stream().map(Agency::code).distinct().count());
        assertEquals(460, Agencies.all().stream().map(Agency::name).distinct().count());
        var perRegion =
                Agencies.all().stream().collect(Collectors.groupingBy(Agency::regionCode, Collectors.counting()));
        assertEquals(10, perRegion.size());
        assertEquals(30 + 26, perRegion.get("330702"));
        assertEquals(44, perRegion.get("330700"));
    }

    @Test
    void everyRegionHasOneGovernment() {
        for (var region : Agencies.REGIONS) {
            var governments = Agencies.all().stream()
                    .filter(agency -> agency.government() && agency.regionCode().equals(region))
                    .toList();
            assertEquals(1, governments.size(), region + " " + governments);
        }
    }

    /** GB 32100, and GB 11714 for the nine characters of the organisation. */
    private static boolean valid(String code) {
        if (!code.matches("[" + ALPHABET + "]{18}")) return false;
        var sum = IntStream.range(0, 17)
                .map(i -> ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i])
                .sum();
        if (ALPHABET.charAt((31 - sum % 31) % 31) != code.charAt(17)) return false;
        var organisation = IntStream.range(0, 8)
                .map(i -> Character.getNumericValue(code.charAt(8 + i)) * ORGANISATION_WEIGHTS[i])
                .sum();
        var check = 11 - organisation % 11;
        return code.charAt(16) == (check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check));
    }
}
