package cn.disputes.deploy.sample;

import cn.disputes.deploy.sample.RiskPlan.Action;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which suits of 2022 the courts warn of, and how each of them goes on. */
final class RiskYear {
    private static final int RESOLVED = 59;
    private static final int LOST = 12;
    private static final int WON = 9;
    private static final int OPEN = 10;
    private static final List<String> REASONS = List.of(
            "PROCEDURE_DEFECT",
            "EVIDENCE_GAP",
            "DEFENCE_OVERDUE",
            "WRONG_SUBJECT",
            "BEYOND_AUTHORITY",
            "LAW_MISAPPLIED",
            "SIMILAR_CASE_LOST",
            "GROUP_CASE",
            "COURT_OPINION");
    private static final Set<String> TO_THE_END = Set.of("RESOLUTION_CLAIMED", "RESOLVED");

    private final Lottery lottery = Lottery.of("risks");
    private final List<RiskPlan> plans = new ArrayList<>();

    static List<RiskPlan> generate(List<Suit> suits) {
        var year = new RiskYear();
        var filed = year.lottery.shuffled(suits.stream()
                .filter(suit -> suit.first() && suit.filedOn().getYear() == 2022)
                .toList());
        year.choose(filed, RESOLVED, "RESOLVED", suit -> suit.course().settled());
        year.choose(
                filed,
                LOST,
                "LOST",
                suit -> Sample.LOST.contains(String.valueOf(suit.course().outcome())));
        year.choose(
                filed, WON, "WON", suit -> "CLAIM_REJECTED".equals(suit.course().outcome()));
        year.choose(filed, OPEN, RiskPlan.OPEN, suit -> suit.course().concludedOn() == null && suit.servedOn() != null);
        return year.numbered();
    }

    private void choose(List<Suit> suits, int count, String end, Predicate<Suit> suitable) {
        var chosen = suits.stream()
                .filter(suitable)
                .map(suit -> plan(suit, end))
                .flatMap(Optional::stream)
                .limit(count)
                .toList();
        if (chosen.size() < count) throw new IllegalStateException("Too few suits that end " + end);
        plans.addAll(chosen);
    }

    /** Empty when the court was quicker than the round of the month could be. */
    private Optional<RiskPlan> plan(Suit suit, String end) {
        var raisedOn = raised(suit.filedOn().plusDays(lottery.between(7, 15)));
        var round = YearMonth.from(raisedOn).plusMonths(1);
        var until = suit.course().concludedOn() == null
                ? LocalDate.of(2022, 12, 31)
                : suit.course().concludedOn();
        var actions = actions(RoundDays.of(round), lottery.percent(35) ? RoundDays.of(round.plusMonths(1)) : null);
        if (end.equals("RESOLVED") && !actions.get(actions.size() - 1).on().isBefore(until)) {
            actions = actions(RoundDays.of(round), null);
        }
        var possible = actions.stream()
                .filter(action -> action.on().isBefore(until))
                .filter(action -> end.equals("RESOLVED") || !TO_THE_END.contains(action.type()))
                .toList();
        var complete = !end.equals("RESOLVED") || possible.size() == actions.size();
        var assigned = end.equals(RiskPlan.OPEN) || RoundDays.of(round).isBefore(until);
        if (!complete || !assigned || raisedOn.getYear() != 2022) return Optional.empty();
        var reasons = lottery.shuffled(REASONS).subList(0, lottery.between(1, 3));
        return Optional.of(new RiskPlan(null, suit, raisedOn, List.copyOf(reasons), possible, end));
    }

    /** Never in the days around a round, so that it is beyond doubt which round comes next. */
    private static LocalDate raised(LocalDate earliest) {
        var day = WorkingDays.onOrAfter(earliest);
        while (day.getDayOfMonth() < 12 || day.getDayOfMonth() > 26) day = WorkingDays.onOrAfter(day.plusDays(1));
        return day;
    }

    /** @param carriedTo the next round, when one month is not enough, or null */
    private List<Action> actions(LocalDate round, LocalDate carriedTo) {
        var planned = WorkingDays.after(round, lottery.between(2, 4));
        var coordinated = WorkingDays.after(planned, lottery.between(2, 4));
        var claimed = WorkingDays.after(carriedTo == null ? coordinated : carriedTo, lottery.between(2, 4));
        var verified = WorkingDays.after(claimed, lottery.between(1, 2));
        return List.of(
                action("ACKNOWLEDGED", WorkingDays.after(round, 1), "签收交办单（合成）"),
                action("PLAN_FILED", planned, "一案一策，包案领导牵头（合成）"),
                action("COORDINATED", coordinated, "与原告面谈，提出化解方案（合成）"),
                action("RESOLUTION_CLAIMED", claimed, "双方达成一致（合成）"),
                new Action("RESOLVED", verified, "核验销号（合成）", "和解协议履行完毕证明（合成）"));
    }

    private static Action action(String type, LocalDate on, String note) {
        return new Action(type, on, note, null);
    }

    private List<RiskPlan> numbered() {
        plans.sort(Comparator.comparing(RiskPlan::raisedOn)
                .thenComparing(plan -> plan.suit().caseNumber()));
        var numbered = new ArrayList<RiskPlan>();
        for (var plan : plans) {
            var id = "SAMPLE-2022-%03d".formatted(numbered.size() + 1);
            numbered.add(new RiskPlan(id, plan.suit(), plan.raisedOn(), plan.reasons(), plan.actions(), plan.end()));
        }
        return numbered;
    }
}
