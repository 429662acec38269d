package cn.disputes.deploy.sample;

import cn.disputes.deploy.sample.Suit.Course;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** When and how the suits of first instance end. */
final class Judgments {
    static final LocalDate YEAR_END = LocalDate.of(2022, 12, 31);
    /** Of all first-instance suits concluded in a year, percent that the agency loses. */
    private static final int LOSS_PERCENT = 6;
    /** The one county-level region that loses after a reconsideration, and how often. */
    private static final String LOSING_REGION = "330782";

    private static final int LOST_AFTER_RECONSIDERATION = 3;
    private static final Mix OUTCOMES = Mix.of(
            "CLAIM_REJECTED 45",
            "SUIT_DISMISSED 15",
            "WITHDRAWN/VOLUNTARY 10",
            "WITHDRAWN/SETTLED 14",
            "WITHDRAWN/AFTER_ACT_CHANGED 8",
            "DEEMED_WITHDRAWN 2",
            "MEDIATED 4",
            "TRANSFERRED 1",
            "TERMINATED 1");
    private static final Mix LOSSES = Mix.of(
            "REVOKED 30",
            "PARTLY_REVOKED 3",
            "CHANGED 2",
            "ORDERED_TO_PERFORM 20",
            "ORDERED_TO_PAY 4",
            "CONFIRMED_UNLAWFUL 34",
            "CONFIRMED_VOID 1",
            "COMPENSATION 6");

    private final Lottery lottery = Lottery.of("judgments");

    static List<Suit> of(List<Suit> filed) {
        return new Judgments().concluded(filed);
    }

    private List<Suit> concluded(List<Suit> filed) {
        var suits = filed.stream().map(suit -> suit.with(course(suit))).toList();
        var lost = new HashSet<Suit>();
        for (var year : List.of(2021, 2022)) lost.addAll(lost(suits, year));
        return suits.stream()
                .map(suit -> lost.contains(suit) ? suit.with(suit.course().judged(LOSSES.pick(lottery))) : suit)
                .toList();
    }

    private Course course(Suit suit) {
        if (suit.servedOn() == null) return Course.NOTHING_YET;
        var outcome = OUTCOMES.pick(lottery).split("/");
        var judged = outcome[0].equals("CLAIM_REJECTED");
        // six months at most (行政诉讼法, Art. 81)
        var days = judged ? lottery.between(75, 175) : lottery.between(35, 150);
        var concluded = WorkingDays.onOrBefore(suit.filedOn().plusDays(days));
        var hearing =
                judged || lottery.percent(outcome[0].equals("MEDIATED") ? 70 : 35) ? hearing(suit, concluded) : null;
        if (concluded.isAfter(YEAR_END)) return new Course(known(hearing), null, null, null, null, null);
        return new Course(hearing, null, concluded, outcome[0], outcome.length > 1 ? outcome[1] : null, null);
    }

    /** After the fifteen days for the defence, before the judgment. */
    private LocalDate hearing(Suit suit, LocalDate concluded) {
        var earliest = suit.servedOn().plusDays(18);
        var latest = concluded.minusDays(7);
        if (!earliest.isBefore(latest)) return null;
        var span = (int) (latest.toEpochDay() - earliest.toEpochDay());
        return WorkingDays.onOrBefore(earliest.plusDays(lottery.between(span / 2, span)));
    }

    /** So many of the judgments of a year; after a reconsideration only in one region. */
    private Set<Suit> lost(List<Suit> suits, int year) {
        var concluded =
                suits.stream().filter(suit -> suit.course().concludedIn(year)).toList();
        var judged = lottery.shuffled(concluded.stream()
                .filter(suit -> suit.course().outcome().equals("CLAIM_REJECTED"))
                .toList());
        var lost = new ArrayList<>(judged.stream()
                .filter(suit -> suit.reconsideration() != null
                        && suit.defendant().regionCode().equals(LOSING_REGION)
                        && !suit.defendant().government())
                .limit(LOST_AFTER_RECONSIDERATION)
                .toList());
        judged.stream()
                .filter(suit -> suit.reconsideration() == null)
                .limit(Math.round(concluded.size() * LOSS_PERCENT / 100.0) - lost.size())
                .forEach(lost::add);
        return Set.copyOf(lost);
    }

    private static LocalDate known(LocalDate day) {
        return day == null || day.isAfter(YEAR_END) ? null : day;
    }
}
