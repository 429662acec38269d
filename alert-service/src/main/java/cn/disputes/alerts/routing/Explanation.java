package cn.disputes.alerts.routing;

import cn.disputes.alerts.routing.Leader.Rank;
import cn.disputes.alerts.routing.Routing.Answer;
import cn.disputes.contract.codes.Regions;
import cn.disputes.contract.security.RegionScope;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Why a case goes to whom.
 *
 * @param leader who answers; absent when nobody does
 * @param dutyId the duty chosen
 * @param through the substitutes asked between the duty's leader and the one who answers
 * @param askedRank the rank the colour asks for
 * @param reason why nobody answers; {@code zh} and {@code en} say the outcome in words
 * @param path the steps of the tree from the nearest to the widest
 * @param considered every duty looked at: those that cover the case first, nearest first, then the refused by id
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Explanation(
        Leader.Named leader,
        String dutyId,
        List<String> through,
        Rank askedRank,
        NoLeader reason,
        String zh,
        String en,
        List<PathStep> path,
        List<Considered> considered) {
    /** What a step of the tree came to: somebody was found, nobody was, or the search had ended before. */
    public enum StepOutcome {
        FOUND,
        NOBODY,
        NOT_REACHED
    }

    /**
     * One step of the tree.
     *
     * @param regionCode the region whose duties were looked at
     * @param agency duties that name the agency sued
     * @param domain duties that name the field
     * @param duties how many duties cover the case at this step
     */
    public record PathStep(String regionCode, boolean agency, boolean domain, int duties, StepOutcome outcome) {}

    /** One duty and what became of it, in both languages. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Considered(
            String dutyId, String leaderId, Verdict verdict, String zh, String en, List<String> through) {
        static Considered of(Duty duty, Verdict verdict, List<String> through) {
            return new Considered(
                    duty.id(),
                    duty.leaderId(),
                    verdict,
                    verdict.zh(),
                    verdict.en(),
                    through.isEmpty() ? null : through);
        }
    }

    /** @param scope duties of regions outside it that do not cover the case do not exist for who asks */
    static Explanation of(Routing routing, RoutedCase c, RegionScope scope) {
        var answers = routing.answers(c);
        var route = routing.route(c);
        var chosen = answers.stream().filter(Answer::available).findFirst().orElse(null);
        var considered = new ArrayList<Considered>();
        for (var answer : answers) {
            considered.add(Considered.of(
                    answer.duty(), verdict(answer, chosen), answer.standing().through()));
        }
        routing.duties().stream()
                .filter(duty -> duty.refuses(c) != null)
                .filter(duty -> scope.covers(duty.regionCode()) || duty.outside(c) != Verdict.OTHER_REGION)
                .sorted(Comparator.comparing(Duty::id))
                .forEach(duty -> considered.add(Considered.of(duty, duty.refuses(c), List.of())));
        var outcome = outcome(route, c);
        return new Explanation(
                outcome.leader() == null ? null : outcome.leader().named(),
                outcome.dutyId(),
                route.through().isEmpty() ? null : route.through(),
                c.level() == null ? null : RankRules.asked(c.level()),
                route.reason(),
                outcome.zh(),
                outcome.en(),
                path(answers, chosen),
                considered);
    }

    /** The outcome alone, in words. */
    record InWords(Leader leader, String dutyId, String zh, String en) {}

    /** By the first thing in which a duty differs from the one chosen. */
    private static Verdict verdict(Answer answer, Answer chosen) {
        if (answer == chosen) return Verdict.CHOSEN;
        if (!answer.available()) return answer.standing().refusal();
        if (answer.duty().specificity() != chosen.duty().specificity()) return Verdict.LESS_SPECIFIC;
        if (answer.rankDistance() != chosen.rankDistance()) return Verdict.OTHER_RANK;
        if (answer.keeps() != chosen.keeps()) return Verdict.NOT_THE_KEEPER;
        return answer.load() != chosen.load() ? Verdict.MORE_LOADED : Verdict.LATER_IN_ORDER;
    }

    static InWords outcome(Route route, RoutedCase c) {
        if (route.leader() == null)
            return new InWords(null, null, route.reason().zh(), route.reason().en());
        var zh = "由 " + route.leader().name() + " 包案，依据分工 " + route.duty().id();
        var en = route.leader().name() + " answers under duty " + route.duty().id();
        if (!route.through().isEmpty()) {
            zh += "，代行 " + route.duty().leaderId();
            en += ", standing in for " + route.duty().leaderId();
        } else if (RankRules.distance(c.level(), route.leader().rank()) > 0) {
            var asked = RankRules.asked(c.level());
            zh += "；" + c.level().zh() + "应由 " + asked + " 包案，同等具体的分工中没有该职级，由 "
                    + route.leader().rank() + " 承担";
            en += "; " + c.level().en() + " asks for " + asked + ", which nobody equally near has, so "
                    + route.leader().rank() + " answers";
        }
        return new InWords(route.leader(), route.duty().id(), zh, en);
    }

    private static List<PathStep> path(List<Answer> answers, Answer chosen) {
        var steps = new ArrayList<PathStep>();
        var reached = true;
        for (var i = 0; i < answers.size(); ) {
            var first = answers.get(i).duty();
            var end = i;
            while (end < answers.size() && sameStep(first, answers.get(end).duty())) end++;
            var found = answers.subList(i, end).contains(chosen);
            steps.add(new PathStep(
                    first.regionCode(),
                    first.agencyCode() != null,
                    first.domain() != null,
                    end - i,
                    found ? StepOutcome.FOUND : reached ? StepOutcome.NOBODY : StepOutcome.NOT_REACHED));
            reached = reached && !found;
            i = end;
        }
        return steps;
    }

    private static boolean sameStep(Duty a, Duty b) {
        return Regions.prefix(a.regionCode()).equals(Regions.prefix(b.regionCode()))
                && (a.agencyCode() == null) == (b.agencyCode() == null)
                && a.domain() == b.domain();
    }
}
