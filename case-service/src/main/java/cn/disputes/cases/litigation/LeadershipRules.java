package cn.disputes.cases.litigation;

import cn.disputes.contract.codes.ActType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** What is worth telling the leadership of an agency: a second loss of the same kind, heads who stay away too often. */
final class LeadershipRules {
    private static final int MONTHS = 24;

    private static final Comparator<Loss> EARLIER =
            Comparator.comparing(Loss::on).thenComparing(Loss::caseNumber);

    private LeadershipRules() {}

    /**
     * A suit that was lost and stands as lost.
     *
     * @param agencies the nominal defendant and the agency that acted
     * @param dispute the same for every instance of one dispute
     */
    record Loss(
            UUID id,
            String caseNumber,
            String regionCode,
            List<String> agencies,
            ActType actType,
            LocalDate on,
            String dispute) {
        /** The last day of the twenty-four months from this loss. */
        LocalDate until() {
            return on.plusMonths(MONTHS);
        }

        private boolean likeTo(Loss other) {
            return actType == other.actType
                    && !dispute.equals(other.dispute)
                    && !Collections.disjoint(agencies, other.agencies);
        }
    }

    /** A loss and the last one of the same kind before it. */
    record SecondLoss(Loss before, Loss again) {}

    /**
     * The losses that had one of the same kind before them: the same agency, as defendant or as the one that acted, over
     * the same type of act, within twenty-four months. A dispute counts once, by its first loss, however many instances
     * it has; as long as both losses lie within twenty-four months of the day it is worth saying.
     */
    static List<SecondLoss> secondLosses(List<Loss> lost, LocalDate today) {
        var found = new ArrayList<SecondLoss>();
        var disputes = new HashMap<String, Loss>();
        var ordered = lost.stream().sorted(EARLIER).toList();
        for (var loss : ordered) {
            if (disputes.putIfAbsent(loss.dispute(), loss) != null) continue;
            disputes.values().stream()
                    .filter(loss::likeTo)
                    .filter(before -> !loss.on().isAfter(before.until()) && !today.isAfter(before.until()))
                    .max(EARLIER)
                    .ifPresent(before -> found.add(new SecondLoss(before, loss)));
        }
        return found;
    }

    /**
     * How often heads attended.
     *
     * @param heard suits concluded in the period with at least one hearing
     * @param attended those in which a head attended at least once
     */
    record Attendance(String agencyCode, String regionCode, long attended, long heard) {
        /** Compared exactly, never as a rounded percentage. */
        boolean below(BigDecimal target, int minimum) {
            return heard >= minimum
                    && BigDecimal.valueOf(attended).compareTo(target.multiply(BigDecimal.valueOf(heard))) < 0;
        }
    }

    /** The running year to the end of its last full month; in January the whole year before. */
    record Period(LocalDate from, LocalDate to) {
        static Period before(LocalDate today) {
            var month = YearMonth.from(today).minusMonths(1);
            return new Period(LocalDate.of(month.getYear(), 1, 1), month.atEndOfMonth());
        }
    }
}
