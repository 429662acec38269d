package cn.disputes.conventions.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.disputes.contract.problem.ProblemException;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayCursorTest {
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @Test
    void goesOnWhereItSays() {
        var day = LocalDate.of(2022, 3, 4);
        assertEquals(new DayCursor(day, ID), DayCursor.read(DayCursor.after(day, ID)));
        assertEquals(DayCursor.START, DayCursor.read(""));
        assertEquals(DayCursor.START, DayCursor.read(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+999999999-01-01", "-0001-01-01", "0999-12-31", "+10000-01-01", "2022-02-30", "", "tomorrow"})
    void aDayThatIsNoneIsForged(String day) {
        assertThrows(ProblemException.class, () -> DayCursor.read(Cursor.encode(day, ID.toString())));
    }
}
