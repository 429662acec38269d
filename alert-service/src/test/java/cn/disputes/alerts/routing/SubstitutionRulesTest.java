package cn.disputes.alerts.routing;

import static cn.disputes.alerts.routing.Trees.DAY;
import static cn.disputes.alerts.routing.Trees.away;
import static cn.disputes.alerts.routing.Trees.leader;
import static cn.disputes.alerts.routing.Trees.leaders;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.alerts.routing.Leader.Rank;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubstitutionRulesTest {
    @Test
    void findsACircleOnTheDaysOnWhichItsAbsencesMeet() {
        var meeting = leaders(
                leader("A", Rank.COUNTY, away(1, 5, "B")),
                leader("B", Rank.COUNTY, away(4, 8, "C")),
                leader("C", Rank.COUNTY, away(3, 4, "A")));
        assertEquals(Optional.of(DAY.plusDays(4)), SubstitutionRules.circle("A", meeting));
        assertEquals(Optional.of(DAY.plusDays(4)), SubstitutionRules.circle("C", meeting));
        var apart = leaders(leader("A", Rank.COUNTY, away(1, 3, "B")), leader("B", Rank.COUNTY, away(4, 8, "A")));
        assertEquals(Optional.empty(), SubstitutionRules.circle("A", apart));
    }
}
