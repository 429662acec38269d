package cn.disputes.deploy.sample;

import cn.disputes.deploy.sample.Suit.Course;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Which judgments are appealed against, what comes of it, and from when the others are effective. */
final class Appeals {
    private static final LocalDate FILED_UNTIL = LocalDate.of(2022, 12, 20);
    private static final int APPEALED_PERCENT = 22;
    private static final Set<String> RULINGS = Set.of("SUIT_DISMISSED");
    private static final Set<String> FINAL_AT_ONCE =
            Set.of("WITHDRAWN", "DEEMED_WITHDRAWN", "MEDIATED", "TRANSFERRED", "TERMINATED");
    private static final Mix OUTCOMES = Mix.of(
            "APPEAL_DISMISSED 88",
            "WITHDRAWN/VOLUNTARY 4",
            "WITHDRAWN/SETTLED 2",
            "REMANDED 3",
            "REVOKED 2",
            "CLAIM_REJECTED 1");

    private final Lottery lottery = Lottery.of("appeals");
    private final List<Suit> first = new ArrayList<>();
    private final List<Suit> second = new ArrayList<>();

    /** First and second instance together, in the order of filing. */
    static List<Suit> after(List<Suit> firstInstance) {
        var appeals = new Appeals();
        firstInstance.forEach(appeals::end);
        var docket = new Docket();
        var all = new ArrayList<>(appeals.first);
        appeals.second.stream()
                .sorted(Comparator.comparing(Suit::filedOn))
                .map(suit -> numbered(suit, docket))
                .forEach(all::add);
        all.sort(Comparator.comparing(Suit::filedOn));
        return all;
    }

    private void end(Suit suit) {
        var course = suit.course();
        if (course.concludedOn() == null) {
            first.add(suit);
            return;
        }
        var served = WorkingDays.after(course.concludedOn(), lottery.between(1, 5));
        if (FINAL_AT_ONCE.contains(course.outcome())) {
            first.add(suit.with(course.effective(known(served))));
            return;
        }
        var filedOn = WorkingDays.onOrAfter(served.plusDays(lottery.between(25, 45)));
        if (lottery.percent(APPEALED_PERCENT) && filedOn.isBefore(FILED_UNTIL)) {
            first.add(suit);
            second.add(appeal(suit, filedOn));
            return;
        }
        // fifteen days to appeal against a judgment, ten against a ruling (行政诉讼法, Art. 85)
        var lastDay = WorkingDays.onOrAfter(served.plusDays(RULINGS.contains(course.outcome()) ? 10 : 15));
        first.add(suit.with(course.effective(known(lastDay.plusDays(1)))));
    }

    private Suit appeal(Suit suit, LocalDate filedOn) {
        var served = WorkingDays.onOrAfter(filedOn.plusDays(lottery.between(2, 5)));
        var concluded = WorkingDays.onOrBefore(filedOn.plusDays(lottery.between(30, 85)));
        // most appeals are decided on the papers (Art. 86)
        var hearing = lottery.percent(30) ? WorkingDays.onOrBefore(concluded.minusDays(7)) : null;
        var outcome = OUTCOMES.pick(lottery).split("/");
        var course = known(concluded) == null
                ? new Course(known(hearing), null, null, null, null, null)
                : new Course(
                        hearing,
                        null,
                        concluded,
                        outcome[0],
                        outcome.length > 1 ? outcome[1] : null,
                        outcome[0].equals("REMANDED")
                                ? null
                                : known(WorkingDays.after(concluded, lottery.between(1, 5))));
        return new Suit(
                null,
                suit.court().above(),
                "SECOND",
                suit.defendant(),
                suit.actor(),
                suit.plaintiff(),
                suit.subject(),
                filedOn,
                served,
                null,
                suit.caseNumber(),
                course);
    }

    private static Suit numbered(Suit suit, Docket docket) {
        return new Suit(
                docket.number(suit.court(), suit.filedOn(), "行终"),
                suit.court(),
                suit.instance(),
                suit.defendant(),
                suit.actor(),
                suit.plaintiff(),
                suit.subject(),
                suit.filedOn(),
                suit.servedOn(),
                null,
                suit.previous(),
                suit.course());
    }

    private static LocalDate known(LocalDate day) {
        return day == null || day.isAfter(Judgments.YEAR_END) ? null : day;
    }
}
