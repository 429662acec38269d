package cn.disputes.stats.release;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RowListTest {
    @Property
    void whatIsWrittenIsRead(@ForAll Set<@IntRange(max = 300) Integer> positions) {
        var members = positions.stream().mapToInt(Integer::intValue).sorted().toArray();
        assertArrayEquals(members, RowList.read(RowList.write(members)));
    }

    @Test
    void runsAreShort() {
        assertEquals("0-4,7,9-10", RowList.write(new int[] {0, 1, 2, 3, 4, 7, 9, 10}));
        assertEquals("", RowList.write(new int[0]));
    }
}
