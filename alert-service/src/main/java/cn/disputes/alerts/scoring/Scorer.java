package cn.disputes.alerts.scoring;

import cn.disputes.alerts.register.KnownSuit;
import cn.disputes.alerts.register.RegisterFacts;
import cn.disputes.alerts.register.SuitFollower;
import cn.disputes.alerts.risk.ActionType;
import cn.disputes.alerts.risk.RiskAction;
import cn.disputes.alerts.risk.RiskCase;
import cn.disputes.alerts.risk.RiskCases;
import cn.disputes.alerts.risk.RiskHistory;
import cn.disputes.alerts.risk.RiskRules;
import cn.disputes.alerts.risk.RiskRules.Score;
import cn.disputes.alerts.risk.RulesInForce;
import cn.disputes.alerts.risk.SuitFacts;
import cn.disputes.alerts.risk.SuitFacts.Alerted;
import cn.disputes.alerts.risk.Writing;
import cn.disputes.alerts.scoring.Scorings.Cause;
import cn.disputes.alerts.scoring.Scorings.Scoring;
import cn.disputes.contract.codes.RiskLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Scores open suits by the rules in force, from what the register and the courts say of them today. */
@ApplicationScoped
public class Scorer {
    private static final String BY = "automatic";

    private final RiskCases cases;
    private final RiskHistory history;
    private final RulesInForce rules;
    private final Clock clock;

    Scorer(RiskCases cases, RiskHistory history, RulesInForce rules, Clock clock) {
        this.cases = cases;
        this.history = history;
        this.rules = rules;
        this.clock = clock;
    }

    /** Before {@link #score}, once in a transaction, with every suit it will score. */
    void claim(Handle h, Collection<String> caseNumbers) {
        cases.claim(h, caseNumbers);
    }

    /** Scores those of these suits that are open, flags those that the rules flag, updates the cases of the others. */
    void score(Handle h, Collection<String> caseNumbers, Cause cause, RulesInForce.Versioned inForce) {
        if (caseNumbers.isEmpty()) return;
        var risks = cases.lockByNumbers(h, caseNumbers);
        var known = RegisterFacts.of(
                h, caseNumbers.stream().map(n -> asked(n, risks.get(n))).toList());
        var alerts = AlertsInForce.now(h, caseNumbers);
        var day = LocalDate.now(clock);
        var changed = new ArrayList<RiskCase>();
        var scorings = new ArrayList<Scoring>();
        known.forEach((number, k) -> {
            var suit = k.suit();
            var risk = risks.get(number);
            if (suit == null ? risk == null : suit.concludedOn() != null) return;
            if (risk != null && risk.state().closed()) return;
            // known from before the register told when suits were filed: it tells again
            if (k.facts().from() == null) return;
            var facts = k.facts().alerted(AlertsInForce.all(alerts, number));
            var score = inForce.rules().score(facts, day);
            scorings.add(new Scoring(number, suit == null ? risk.regionCode() : suit.regionCode(), facts, score));
            var shown = risk == null ? flagged(inForce.rules(), suit, facts, score) : risk;
            if (shown != null) changed.add(shown.scored(shown(score)));
        });
        changed.removeIf(risk -> risk.equals(risks.get(risk.litigationCaseNumber())));
        var writing = new Writing();
        cases.saveAll(writing, changed);
        Scorings.save(writing, cause, inForce.version(), day, clock.instant(), scorings);
        writing.execute(h);
    }

    private static RegisterFacts.Suit asked(String number, RiskCase risk) {
        return risk == null
                ? new RegisterFacts.Suit(number, null, null, null, null)
                : new RegisterFacts.Suit(number, risk.defendantCode(), risk.actType(), risk.domain(), risk.flaggedOn());
    }

    /** The risk case of a suit that no court has alerted, once its points alone make it one; null before. */
    private RiskCase flagged(RiskRules inForce, KnownSuit suit, SuitFacts facts, Score score) {
        var from = inForce.registerCasesFrom();
        if (suit == null
                || score.level() == null
                || from == null
                || facts.from().isBefore(from)) return null;
        var day = inForce.reached(RiskLevel.YELLOW, facts, LocalDate.now(clock)).orElse(facts.from());
        return SuitFollower.described(cases.open(suit.caseNumber(), day), suit);
    }

    /** A risk case once opened is YELLOW at least: it is never dropped in silence. */
    private static Score shown(Score score) {
        return score.level() != null ? score : new Score(RiskLevel.YELLOW, score.points(), score.factors());
    }

    /**
     * One suit that alerts speak of: its case as it is or as opened, and every reason in force.
     *
     * @param warnedOn day of the latest alert that is new; null when older ones were changed
     */
    public record Alarmed(RiskCase risk, List<Alerted> alerted, LocalDate warnedOn) {}

    /** A court that warns anew of a suit that goes on is heard, even though a person has closed the case. */
    private static boolean reopens(Alarmed one, KnownSuit suit) {
        var risk = one.risk();
        return one.warnedOn() != null
                && risk.state().closed()
                && !risk.closedByRegister()
                && (suit == null || suit.concludedOn() == null)
                && !one.warnedOn().isBefore(risk.closedOn());
    }

    /**
     * Scores the cases alerts speak of, described and settled as the register says. The suits are claimed and the cases
     * locked already. One that a person has closed is opened again by a new alert, while its suit goes on. Returns them by
     * number as they will be stored.
     *
     * @param rulesVersion the one in force, read since the suits were claimed
     */
    public Map<String, RiskCase> alarmed(
            Handle h, Writing writing, int rulesVersion, Collection<Alarmed> alarmed, Collection<RiskCase> stored) {
        if (alarmed.isEmpty()) return Map.of();
        var known = RegisterFacts.of(
                h,
                alarmed.stream()
                        .map(a -> asked(a.risk().litigationCaseNumber(), a.risk()))
                        .toList());
        var inForce = rules.of(h, rulesVersion);
        var day = LocalDate.now(clock);
        var before = new HashMap<String, RiskCase>();
        stored.forEach(risk -> before.put(risk.litigationCaseNumber(), risk));
        var result = new HashMap<String, RiskCase>();
        var scorings = new ArrayList<Scoring>();
        var reopenings = new ArrayList<RiskAction>();
        for (var one : alarmed) {
            var number = one.risk().litigationCaseNumber();
            var suit = known.get(number).suit();
            var described = suit == null ? one.risk() : SuitFollower.described(one.risk(), suit);
            var facts = known.get(number).facts().alerted(one.alerted());
            var score = inForce.rules().score(facts, day);
            var scored = described.scored(shown(score));
            if (reopens(one, suit)) {
                var words = "法院 " + one.warnedOn() + " 新发预警";
                reopenings.add(RiskAction.of(one.risk(), ActionType.REOPENED, day, words, null, BY));
                scored = scored.reopened();
            }
            result.put(number, suit == null ? scored : SuitFollower.settle(scored, suit));
            scorings.add(new Scoring(number, described.regionCode(), facts, score));
        }
        var changed = result.values().stream()
                .filter(risk -> !risk.equals(before.get(risk.litigationCaseNumber())))
                .toList();
        history.add(h, reopenings);
        cases.saveAll(writing, changed).forEach(risk -> result.put(risk.litigationCaseNumber(), risk));
        Scorings.save(writing, Cause.ALERT, inForce.version(), day, clock.instant(), scorings);
        return result;
    }
}
