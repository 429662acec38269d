package cn.disputes.cases.litigation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.cases.litigation.LeadershipRules.Attendance;
import cn.disputes.cases.litigation.LeadershipRules.Loss;
import cn.disputes.cases.litigation.LeadershipRules.Period;
import cn.disputes.contract.codes.ActType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadershipRulesTest {
    /** {@code name agencies actType day dispute}; the name is the case number. */
    private static List<Loss> losses(String written) {
        return Arrays.stream(written.split(";"))
                .map(String::strip)
                .map(line -> line.split(" "))
                .map(cells -> new Loss(
                        UUID.randomUUID(),
                        cells[0],
                        "330702",
                        List.of(cells[1].split("\\+")),
                        ActType.valueOf(cells[2]),
                        LocalDate.parse(cells[3]),
                        cells.length > 4 ? cells[4] : cells[0]))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String second(List<Loss> losses, LocalDate today) {
        return LeadershipRules.secondLosses(losses, today).stream()
                .map(pair -> pair.before().caseNumber() + ">" + pair.again().caseNumber())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a A PENALTY 2024-01-31 | 2024-06-01 | ''",
                "a A PENALTY 2024-01-31; b A PENALTY 2024-05-01 | 2024-06-01 | a>b",
                // the last day of the twenty-four months, and the day after
                "a A PENALTY 2024-01-31; b A PENALTY 2026-01-31 | 2026-01-31 | a>b",
                "a A PENALTY 2024-01-31; b A PENALTY 2026-02-01 | 2026-02-01 | ''",
                // said as long as both lie within twenty-four months of the day
                "a A PENALTY 2024-01-31; b A PENALTY 2024-05-01 | 2026-01-31 | a>b",
                "a A PENALTY 2024-01-31; b A PENALTY 2024-05-01 | 2026-02-01 | ''",
                "a A PENALTY 2024-02-29; b A PENALTY 2024-05-01 | 2026-02-28 | a>b",
                "a A PENALTY 2024-02-29; b A PENALTY 2024-05-01 | 2026-03-01 | ''",
                // another kind, another agency
                "a A PENALTY 2024-01-31; b A COERCION 2024-05-01 | 2024-06-01 | ''",
                "a A PENALTY 2024-01-31; b B PENALTY 2024-05-01 | 2024-06-01 | ''",
                // the agency that acted is meant as well as the one sued
                "a A+T PENALTY 2024-01-31; b B+T PENALTY 2024-05-01 | 2024-06-01 | a>b",
                "a T PENALTY 2024-01-31; b B+T PENALTY 2024-05-01 | 2024-06-01 | a>b",
                // instances of one dispute are one loss, on the day of the first
                "a A PENALTY 2024-01-31 d; b A PENALTY 2024-05-01 d | 2024-06-01 | ''",
                "a A PENALTY 2024-01-31 d; b A PENALTY 2024-05-01 d; c A PENALTY 2026-02-01 | 2026-02-01 | ''",
                "a A PENALTY 2024-01-31 d; b A PENALTY 2024-05-01; c A PENALTY 2024-06-01 d | 2024-06-01 | a>b",
                // a third one follows the second
                "a A PENALTY 2024-01-31; b A PENALTY 2024-05-01; c A PENALTY 2024-06-01 | 2024-06-01 | a>b b>c",
                "a A PENALTY 2024-01-31; b A PENALTY 2024-01-31 | 2024-06-01 | a>b",
            })
    void aSecondLossOfTheSameKindIsFound(String written, LocalDate today, String found) {
        var losses = losses(written);
        assertEquals(found, second(losses, today));
        Collections.reverse(losses);
        assertEquals(found, second(losses, today));
    }

    @ParameterizedTest
    @CsvSource({
        "18, 20, 0.95, 5, true",
        "19, 20, 0.95, 5, false",
        "20, 20, 1.00, 5, false",
        "19, 20, 1.00, 5, true",
        // 2/3 is below 0.667 and not below 0.666: nothing is rounded
        "2, 3, 0.667, 3, true",
        "2, 3, 0.666, 3, false",
        "0, 4, 0.95, 5, false",
        "0, 5, 0.95, 5, true",
        "0, 0, 0.95, 0, false"
    })
    void aRateIsComparedExactlyAndNeverOfTooFewSuits(
            long attended, long heard, BigDecimal target, int minimum, boolean below) {
        assertEquals(below, new Attendance("A", "330702", attended, heard).below(target, minimum));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01, 2026-01-01, 2026-10-31",
        "2026-11-30, 2026-01-01, 2026-10-31",
        "2026-02-01, 2026-01-01, 2026-01-31",
        "2026-01-31, 2025-01-01, 2025-12-31",
        "2024-03-01, 2024-01-01, 2024-02-29"
    })
    void theYearRunsToTheEndOfItsLastFullMonth(LocalDate today, LocalDate from, LocalDate to) {
        assertEquals(new Period(from, to), Period.before(today));
    }
}
