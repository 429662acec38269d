package cn.disputes.cases.litigation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cn.disputes.cases.casefile.Amendment;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who was served and who has filed, where several are sued (行诉法 Art. 67). */
class DefencesTest {
    private static LocalDate march(int day) {
        return LocalDate.of(2024, 3, day);
    }

    @Test
    void theDefenceIsFiledWhenEverybodyServedHasFiled() {
        var defences = new Defences();
        assertNull(defences.servedOn());
        assertNull(defences.filedOn());
        assertEquals(List.of(), defences.parts());
        defences.serve("A", march(4));
        defences.serve(null, march(6));
        defences.file(null, march(20));
        assertEquals(march(4), defences.servedOn());
        assertNull(defences.filedOn());
        defences.file("A", march(18));
        assertEquals(march(20), defences.filedOn());
        assertEquals(
                List.of(new Defences.Part("A", march(4), march(18)), new Defences.Part(null, march(6), march(20))),
                defences.parts());
    }

    /** A file that tells of the service on the nominal defendant says nothing of the one on another. */
    @Test
    void aFileSpeaksOfTheNominalDefendant() {
        var recorded = WrittenHistory.steps("FILED 2024-03-01; SERVED 2024-03-04 agency=A");
        var told = WrittenHistory.step("SERVED 2024-03-06");
        var wanted = List.of(recorded.get(0).body(), told);
        var amendments =
                Amendment.of(recorded, Set.of(1, 2), wanted, (sequence, right) -> right, (before, after) -> false);
        assertEquals(List.of(told), amendments);
    }
}
