package cn.disputes.cases.casefile;

import static cn.disputes.cases.casefile.Stroke.Kind.MOVED;
import static cn.disputes.cases.casefile.Stroke.Kind.OPENED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.contract.problem.ProblemException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final Stroke FIRST = Stroke.of(OPENED, "first");
    private static final Stroke SECOND = Stroke.of(MOVED, "second");
    private static final Stroke RIGHT = Stroke.of(MOVED, "right");

    @Test
    void withoutRectificationsHoldsAsRecorded() {
        var recorded = List.of(FIRST.at(1), SECOND.at(2));
        assertEquals(recorded, History.effective(recorded));
    }

    @Test
    void aReplacementTakesThePlaceOfTheWrongStepAndTellsWhoPutItRight() {
        var effective = History.effective(
                List.of(FIRST.at(1), SECOND.at(2), Stroke.rectified(1, RIGHT).at(3)));
        assertEquals(
                List.of(RIGHT, SECOND),
                effective.stream().map(RecordedStep::body).toList());
        assertEquals(1, effective.get(0).sequence());
        assertEquals("合成3", effective.get(0).recordedBy());
        assertEquals(
                Stroke.rectified(1, RIGHT).at(3).recordedAt(), effective.get(0).recordedAt());
    }

    @Test
    void aStepStruckOutIsGoneAndCanComeBack() {
        var struck = Stroke.rectified(2, null);
        assertEquals(List.of(FIRST.at(1)), History.effective(List.of(FIRST.at(1), SECOND.at(2), struck.at(3))));
        var back = History.effective(List.of(
                FIRST.at(1),
                SECOND.at(2),
                struck.at(3),
                Stroke.rectified(2, RIGHT).at(4)));
        assertEquals(
                List.of(FIRST, RIGHT), back.stream().map(RecordedStep::body).toList());
    }

    @Test
    void onlyAStepOfTheRecordIsRectified() {
        var refused = assertThrows(
                ProblemException.class,
                () -> History.effective(
                        List.of(FIRST.at(1), Stroke.rectified(7, null).at(2))));
        assertEquals("step", refused.toProblem(false).violations().get(0).field());
        assertThrows(
                ProblemException.class,
                () -> History.effective(List.of(
                        FIRST.at(1),
                        Stroke.rectified(1, RIGHT).at(2),
                        Stroke.rectified(2, null).at(3))));
    }

    /** What a source says now is recorded as amendments; what it does not speak of stays. */
    @Test
    void amendsWhatDiffersAndAppendsWhatIsMissing() {
        var recorded = List.of(FIRST.at(1), SECOND.at(2));
        assertTrue(
                Amendment.of(recorded, Set.of(1, 2), List.of(FIRST, SECOND), Stroke::rectified, (known, told) -> false)
                        .isEmpty());
        assertTrue(Amendment.of(recorded, Set.of(1, 2), List.of(FIRST), Stroke::rectified, (known, told) -> false)
                .isEmpty());
        assertEquals(
                List.of(Stroke.rectified(2, RIGHT)),
                Amendment.of(recorded, Set.of(1, 2), List.of(FIRST, RIGHT), Stroke::rectified, (known, told) -> false));
        assertEquals(
                List.of(RIGHT),
                Amendment.of(
                        recorded,
                        Set.of(1, 2),
                        List.of(FIRST, SECOND, RIGHT),
                        Stroke::rectified,
                        (known, told) -> false));
    }
}
