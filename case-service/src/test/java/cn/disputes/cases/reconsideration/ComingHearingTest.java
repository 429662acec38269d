package cn.disputes.cases.reconsideration;

import static cn.disputes.cases.reconsideration.ReconsiderationStepType.HEARING_HELD;
import static cn.disputes.cases.reconsideration.ReconsiderationStepType.HEARING_NOTIFIED;
import static cn.disputes.cases.reconsideration.ReconsiderationStepType.TERMINATED;
import static cn.disputes.cases.reconsideration.Told.fold;
import static cn.disputes.cases.reconsideration.Told.ordinary;
import static cn.disputes.cases.reconsideration.Told.received;
import static cn.disputes.cases.reconsideration.Told.step;
import static cn.disputes.cases.reconsideration.Told.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A hearing (听证) is to come from its notice until it is held or the case has ended. */
class ComingHearingTest {
    private static ReconsiderationStep notified(String on, String hearingOn) {
        return with(HEARING_NOTIFIED, on).hearingOn(LocalDate.parse(hearingOn)).build();
    }

    private static LocalDate coming(ReconsiderationStep... steps) {
        return fold(steps).comingHearing();
    }

    @Test
    void theLastNoticeHoldsUntilTheHearing() {
        var in = received("2024-02-19");
        var accepted = ordinary("2024-02-20");
        var first = notified("2024-02-21", "2024-03-01");
        assertNull(coming(in, accepted));
        assertNull(coming(in, accepted, step(HEARING_NOTIFIED, "2024-02-21")));
        assertEquals(LocalDate.of(2024, 3, 1), coming(in, accepted, first));
        assertEquals(LocalDate.of(2024, 2, 29), coming(in, accepted, first, notified("2024-02-22", "2024-02-29")));
        assertNull(coming(in, accepted, first, step(HEARING_HELD, "2024-03-01")));
        assertEquals(
                LocalDate.of(2024, 3, 20),
                coming(in, accepted, first, step(HEARING_HELD, "2024-03-01"), notified("2024-03-02", "2024-03-20")));
        var ended = with(TERMINATED, "2024-02-22").ground(2).build();
        assertNull(coming(in, accepted, first, ended));
    }
}
