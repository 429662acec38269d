package cn.disputes.deploy.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The city's published figures of 2022, counted from the import files with definitions written down here once more. */
class CountedFiguresTest {
    private static final Set<String> CORRECTED = Set.of(
            "CHANGED",
            "REVOKED",
            "PARTLY_REVOKED",
            "CONFIRMED_UNLAWFUL",
            "CONFIRMED_VOID",
            "ORDERED_TO_PERFORM",
            "AGREEMENT_REMEDY");
    private static final Set<String> LOST = Set.of(
            "REVOKED",
            "PARTLY_REVOKED",
            "CHANGED",
            "ORDERED_TO_PERFORM",
            "ORDERED_TO_PAY",
            "CONFIRMED_UNLAWFUL",
            "CONFIRMED_VOID",
            "COMPENSATION",
            "AGREEMENT_REMEDY");
    private static final Sample SAMPLE = Sample.of2022();
    private static final List<Map<String, String>> RECONSIDERATIONS = Rows.of(SAMPLE.reconsiderationsCsv());
    private static final List<Map<String, String>> SUITS = Rows.of(SAMPLE.suitsCsv());
    private static final List<Map<String, String>> DOCUMENTS = Rows.of(SAMPLE.documentsCsv());

    private static final Predicate<Map<String, String>> FIRST =
            row -> row.get("instance").equals("FIRST");
    private static final Predicate<Map<String, String>> CONCLUDED = row -> Rows.in(row, "concludedOn", "2022");

    @Test
    void receivedAndConcluded() {
        assertEquals(2291, count(RECONSIDERATIONS, row -> Rows.in(row, "receivedOn", "2022")));
        assertEquals(2243, count(RECONSIDERATIONS, CONCLUDED));
        assertEquals(48, count(RECONSIDERATIONS, row -> row.get("concludedOn").isEmpty()));
        assertEquals(2291, RECONSIDERATIONS.size());
    }

    @Test
    void directlyCorrected() {
        assertEquals(75, count(RECONSIDERATIONS, CONCLUDED.and(row -> CORRECTED.contains(row.get("outcome")))));
    }

    @Test
    void aboutFortyPercentEndAmicably() {
        var amicable =
                count(RECONSIDERATIONS, row -> Set.of("MEDIATED", "WITHDRAWN").contains(row.get("outcome")));
        assertEquals("40", percent(amicable, 2243, 0));
    }

    @Test
    void settled() {
        var named = SUITS.stream()
                .filter(FIRST)
                .map(row -> row.get("reconsiderationCaseNumber"))
                .collect(Collectors.toSet());
        var settled = count(RECONSIDERATIONS, CONCLUDED.and(row -> !named.contains(row.get("caseNumber"))));
        assertEquals("92", percent(settled, 2243, 0));
    }

    @Test
    void firstInstanceAgainstTheYearBefore() {
        var of2022 = count(SUITS, FIRST.and(row -> Rows.in(row, "filedOn", "2022")));
        var of2021 = count(SUITS, FIRST.and(row -> Rows.in(row, "filedOn", "2021")));
        assertEquals("-15.73", percent(of2022 - of2021, of2021, 2));
        assertEquals(1002, of2022);
        assertEquals(
                "2.3", decimal(2291, of2022).setScale(1, RoundingMode.HALF_UP).toString());
    }

    @Test
    void oneCountyLosesAfterReconsideration() {
        var losing = SUITS.stream()
                .filter(FIRST.and(CONCLUDED))
                .filter(row -> LOST.contains(row.get("outcome"))
                        && !row.get("reconsiderationCaseNumber").isEmpty())
                .map(row -> row.get("regionCode"))
                .collect(Collectors.toCollection(HashSet::new));
        assertEquals(Set.of("330782"), losing);
    }

    @Test
    void sixPercentOfTheSuitsAreLost() {
        var concluded = count(SUITS, FIRST.and(CONCLUDED));
        var lost = count(SUITS, FIRST.and(CONCLUDED).and(row -> LOST.contains(row.get("outcome"))));
        assertEquals("6", percent(lost, concluded, 0));
        assertTrue(concluded > 900, "concluded " + concluded);
    }

    @Test
    void headsAppear() {
        Predicate<Map<String, String>> heard =
                CONCLUDED.and(row -> !row.get("hearingOn").isEmpty());
        var attended = count(SUITS, heard.and(row -> Set.of("PRINCIPAL", "DEPUTY", "OTHER_HEAD")
                .contains(row.get("headAttendance"))));
        assertEquals("99.5", percent(attended, count(SUITS, heard), 1));
    }

    @Test
    void supervisionDocumentsAreAllRectified() {
        assertEquals(192, DOCUMENTS.size());
        assertEquals(0, count(DOCUMENTS, row -> row.get("issuedOn").compareTo("2022-10-31") > 0));
        assertEquals(0, count(DOCUMENTS, row -> !Rows.in(row, "rectifiedOn", "2022")));
    }

    @Test
    void highRiskCasesResolved() {
        var resolved = SAMPLE.risks().stream()
                .flatMap(plan -> plan.actions().stream())
                .filter(action ->
                        action.type().equals("RESOLVED") && action.on().getYear() == 2022)
                .count();
        assertEquals(59, resolved);
        var resolvedByJudgment = SAMPLE.risks().stream()
                .filter(plan ->
                        !plan.end().equals("RESOLVED") && plan.suit().course().settled())
                .count();
        assertEquals(0, resolvedByJudgment, "the feed would resolve more than the coordinator");
    }

    private static long count(List<Map<String, String>> rows, Predicate<Map<String, String>> wanted) {
        return rows.stream().filter(wanted).count();
    }

    private static String percent(long part, long whole, int decimals) {
        return decimal(part, whole)
                .movePointRight(2)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toString();
    }

    private static BigDecimal decimal(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 12, RoundingMode.HALF_UP);
    }
}
