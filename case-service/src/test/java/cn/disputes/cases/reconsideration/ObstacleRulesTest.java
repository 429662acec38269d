package cn.disputes.cases.reconsideration;

import static cn.disputes.cases.reconsideration.ReconsiderationStepType.RECEIVED;
import static cn.disputes.cases.reconsideration.Told.CALENDAR;
import static cn.disputes.cases.reconsideration.Told.TODAY;
import static cn.disputes.cases.reconsideration.Told.clock;
import static cn.disputes.cases.reconsideration.Told.legal;
import static cn.disputes.cases.reconsideration.Told.refused;
import static cn.disputes.cases.reconsideration.Told.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.cases.calendar.CountedDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days on which somebody was kept from applying do not count towards the sixty (Art. 20 para 2). */
class ObstacleRulesTest {
    private static LocalDate day(String day) {
        return day == null || day.isEmpty() ? null : LocalDate.parse(day);
    }

    /** {@code from/to} of each, separated by blanks. */
    private static List<Obstacle> obstacles(String spans) {
        var obstacles = new ArrayList<Obstacle>();
        for (var span : spans.isEmpty() ? new String[0] : spans.split(" ")) {
            var days = span.split("/");
            obstacles.add(new Obstacle(Obstacle.Kind.FORCE_MAJEURE, day(days[0]), day(days[1]), null));
        }
        return obstacles;
    }

    private static ReconsiderationStep receipt(
            String on, String known, String told, String act, List<Obstacle> obstacles) {
        var facts = new ApplicationFacts(null, null, day(known), day(act), day(told), null, null, obstacles);
        return with(RECEIVED, on).application(facts).build();
    }

    @ParameterizedTest
    @CsvSource({
        // sixty days from 2024-03-01 end on 2024-04-30
        "'', 2024-04-30",
        "2024-03-10/2024-03-20, 2024-05-10",
        // one and the same day: nothing was lost
        "2024-03-10/2024-03-10, 2024-04-30",
        // shared days are left out once, in either order
        "2024-03-10/2024-03-20 2024-03-15/2024-03-25, 2024-05-15",
        "2024-03-15/2024-03-25 2024-03-10/2024-03-20, 2024-05-15",
        // what began before it was known of takes away the days after only; the day itself is not counted anyway
        "2024-02-01/2024-03-06, 2024-05-06",
        "2024-02-01/2024-03-02, 2024-04-30",
        "2024-02-01/2024-02-20, 2024-04-30",
        // on the last day it still stops the period, after it no more
        "2024-04-30/2024-05-06, 2024-05-06",
        "2024-05-06/2024-05-16, 2024-04-30"
    })
    void thePeriodGoesOnFromTheDayTheObstacleWasGone(String spans, LocalDate end) {
        for (var law : List.of("2024-06-03", "2023-06-05")) {
            var back = law.startsWith("2023") ? -1 : 0;
            if (back != 0 && !spans.isEmpty()) continue;
            var apply =
                    clock("APPLY", receipt(law, back == 0 ? "2024-03-01" : "2023-03-01", null, null, obstacles(spans)));
            assertEquals(back == 0 ? end : LocalDate.of(2023, 5, 4), apply.end());
        }
    }

    @Test
    void theProofNamesTheDaysAndTheArticle() {
        var apply = clock("APPLY", receipt("2024-05-08", "2024-03-01", null, null, obstacles("2024-03-10/2024-03-20")));
        assertEquals("FORCE_MAJEURE Art. 20 XZFY-2023", apply.excluded().get(0).reason());
        assertFalse(apply.breached());
        var proof = apply.proven(CALENDAR, TODAY).days();
        assertEquals(60, proof.stream().filter(CountedDay::counted).count());
        assertEquals(
                10,
                proof.stream()
                        .filter(counted -> counted.reason() == CountedDay.Reason.EXCLUDED)
                        .count());
        var old = clock("APPLY", receipt("2023-05-08", "2023-03-01", null, null, obstacles("2023-03-10/2023-03-20")));
        assertEquals("FORCE_MAJEURE Art. 9 XZFY-2017", old.excluded().get(0).reason());
        assertEquals(LocalDate.of(2023, 5, 10), old.end());
    }

    /** The year for whoever was not told and the five years from the act are limits, not periods that stop. */
    @Test
    void theOuterLimitsDoNotMove() {
        var spans = obstacles("2024-12-20/2025-02-10");
        var year = clock("APPLY", receipt("2025-02-17", "2024-01-12", "2025-01-02", null, spans));
        assertEquals("2024-01-12", year.startsOn().toString());
        assertEquals(LocalDate.of(2025, 1, 13), year.end());
        assertTrue(year.excluded().isEmpty());
        var five = clock("APPLY", receipt("2025-02-17", "2024-12-12", null, "2020-01-10", spans));
        assertEquals(LocalDate.of(2025, 1, 10), five.end());
        assertTrue(five.breached());
    }

    @Test
    void anObstacleIsNamedAndLiesBeforeTheApplication() {
        var known = "2024-03-01";
        legal(receipt("2024-05-08", known, null, null, obstacles("2024-03-10/2024-05-08")));
        refused("obstacles[0].to", receipt("2024-05-08", known, null, null, obstacles("2024-03-10/2024-05-09")));
        refused(
                "obstacles[1].to",
                receipt("2024-05-08", known, null, null, obstacles("2024-03-10/2024-03-10 2024-03-10/2024-03-09")));
        var unnamed = new Obstacle(Obstacle.Kind.OTHER_JUSTIFIED, day("2024-03-10"), day("2024-03-20"), " ");
        refused("obstacles[0].reason", receipt("2024-05-08", known, null, null, List.of(unnamed)));
        var named = new Obstacle(Obstacle.Kind.OTHER_JUSTIFIED, day("2024-03-10"), day("2024-03-20"), "住院（虚构）");
        legal(receipt("2024-05-08", known, null, null, List.of(named)));
        assertNull(new ApplicationFacts(null, null, null, null, null, null, null, List.of()).obstacles());
    }
}
