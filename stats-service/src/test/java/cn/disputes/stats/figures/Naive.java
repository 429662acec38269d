package cn.disputes.stats.figures;

import static cn.disputes.contract.codes.HeadAttendance.ABSENT_JUSTIFIED;
import static cn.disputes.contract.codes.HeadAttendance.DEPUTY;
import static cn.disputes.contract.codes.HeadAttendance.OTHER_HEAD;
import static cn.disputes.contract.codes.HeadAttendance.PRINCIPAL;

import cn.disputes.contract.codes.HeadAttendance;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.SupervisionKind;
import cn.disputes.contract.events.CaseEvent;
import cn.disputes.contract.events.LitigationEvent;
import cn.disputes.contract.events.ReconsiderationEvent;
import cn.disputes.contract.events.RiskCaseEvent;
import cn.disputes.contract.events.SupervisionDocumentEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The indicators once more, by hand and case by case, from indicators.md and not from the dictionary that is tested. */
final class Naive {
    /** Rows of one figure: of a count, both lists are the same. */
    record Sets(List<CaseEvent> numerator, List<CaseEvent> denominator) {}

    private static final Set<String> CORRECTED = Set.of(
            "CHANGED",
            "REVOKED",
            "PARTLY_REVOKED",
            "CONFIRMED_UNLAWFUL",
            "CONFIRMED_VOID",
            "ORDERED_TO_PERFORM",
            "AGREEMENT_REMEDY");
    private static final Set<String> LOST = Set.of(
            "REVOKED",
            "PARTLY_REVOKED",
            "CHANGED",
            "ORDERED_TO_PERFORM",
            "ORDERED_TO_PAY",
            "CONFIRMED_UNLAWFUL",
            "CONFIRMED_VOID",
            "COMPENSATION",
            "AGREEMENT_REMEDY");

    private final List<ReconsiderationEvent> cases = new ArrayList<>();
    private final List<LitigationEvent> suits = new ArrayList<>();
    private final List<SupervisionDocumentEvent> documents = new ArrayList<>();
    private final List<RiskCaseEvent> risks = new ArrayList<>();
    private LocalDate first;
    private LocalDate last;

    /** What was known before an instant; null for all that is known. */
    Naive(Collection<CaseEvent> events, Instant before) {
        var known = new HashMap<java.util.UUID, CaseEvent>();
        for (var event : events) {
            if (before == null || at(event).isBefore(before))
                known.merge(event.id(), event, (a, b) -> a.version() > b.version() ? a : b);
        }
        for (var event : known.values()) {
            if (event instanceof ReconsiderationEvent) cases.add((ReconsiderationEvent) event);
            if (event instanceof LitigationEvent) suits.add((LitigationEvent) event);
            if (event instanceof SupervisionDocumentEvent) documents.add((SupervisionDocumentEvent) event);
            if (event instanceof RiskCaseEvent) risks.add((RiskCaseEvent) event);
        }
    }

    private static Instant at(CaseEvent event) {
        if (event instanceof ReconsiderationEvent) return ((ReconsiderationEvent) event).recordedAt();
        if (event instanceof LitigationEvent) return ((LitigationEvent) event).recordedAt();
        if (event instanceof SupervisionDocumentEvent) return ((SupervisionDocumentEvent) event).recordedAt();
        return ((RiskCaseEvent) event).recordedAt();
    }

    private boolean in(LocalDate day) {
        return day != null && !day.isBefore(first) && !day.isAfter(last);
    }

    private boolean by(LocalDate day) {
        return day != null && !day.isAfter(last);
    }

    Sets sets(String code, YearMonth from, YearMonth to) {
        first = from.atDay(1);
        last = to.atEndOfMonth();
        var base = code.contains(":") ? code.substring(0, code.indexOf(':')) : code;
        var variant = code.contains(":") ? code.substring(code.indexOf(':') + 1) : "";
        Predicate<ReconsiderationEvent> concluded = c -> in(c.concludedOn());
        Predicate<ReconsiderationEvent> admitted = c -> concluded.test(c)
                && !Set.of("REFUSED", "ABANDONED", "TRANSFERRED").contains(how(c));
        var denominator = variant.equals("ADMITTED") ? admitted : concluded;
        Predicate<LitigationEvent> firstDone = s -> in(s.concludedOn()) && s.instance() == Instance.FIRST;
        return switch (base) {
            case "RECONSIDERATIONS_RECEIVED" -> count(cases, c -> in(c.receivedOn()));
            case "RECONSIDERATIONS_CONCLUDED" -> count(cases, denominator);
            case "RECONSIDERATIONS_PENDING" -> count(cases, c -> by(c.receivedOn()) && !by(c.concludedOn()));
            case "RECONSIDERATIONS_CORRECTED" -> count(cases, c -> in(c.concludedOn()) && CORRECTED.contains(how(c)));
            case "CORRECTION_RATE" -> rate(cases, denominator, c -> CORRECTED.contains(how(c)));
            case "COMPREHENSIVE_CORRECTION_RATE" ->
                rate(
                        cases,
                        denominator,
                        c -> CORRECTED.contains(how(c))
                                || how(c).equals("MEDIATED")
                                || how(c).equals("WITHDRAWN")
                                        && !c.outcomeGround().name().equals("VOLUNTARY"));
            case "RECONSIDERATION_SETTLEMENT_RATE" ->
                rate(cases, denominator, c -> how(c).equals("MEDIATED") || how(c).equals("WITHDRAWN"));
            case "DISPUTE_SETTLED_RATE" ->
                rate(cases, concluded, c -> suits.stream()
                        .noneMatch(s -> s.instance() == Instance.FIRST
                                && c.caseNumber().equals(s.reconsiderationCaseNumber())));
            case "ON_TIME_RATE" ->
                rate(cases, c -> admitted.test(c) && c.acceptedOn() != null, c -> !c.concludedOn()
                        .isAfter(c.decideDueOn()));
            case "FIRST_INSTANCE_RECEIVED" -> count(suits, s -> in(s.filedOn()) && s.instance() == Instance.FIRST);
            case "FIRST_INSTANCE_CONCLUDED" -> count(suits, firstDone);
            case "FIRST_INSTANCE_LOST" -> count(suits, s -> firstDone.test(s) && LOST.contains(how(s)));
            case "LOSS_RATE" -> loss(variant, firstDone);
            case "LITIGATION_SETTLEMENT_RATE" ->
                rate(suits, firstDone, s -> Set.of("WITHDRAWN", "DEEMED_WITHDRAWN", "MEDIATED")
                        .contains(how(s)));
            case "HEAD_APPEARANCE_RATE" -> heads(variant, Set.of(PRINCIPAL, DEPUTY, OTHER_HEAD));
            case "PRINCIPAL_APPEARANCE_RATE" -> heads(variant, Set.of(PRINCIPAL));
            case "ZERO_LOSS_COUNTIES" ->
                rate(
                        suits,
                        s -> firstDone.test(s)
                                && s.reconsiderationCaseNumber() != null
                                && (variant.isEmpty() || !s.coDefendantCodes().isEmpty() || governmentAbove(s)),
                        s -> LOST.contains(how(s)));
            case "HIGH_RISK_FLAGGED" -> count(risks, r -> in(r.flaggedOn()));
            case "HIGH_RISK_ASSIGNED" -> count(risks, this::assigned);
            case "HIGH_RISK_RESOLVED" -> count(risks, r -> in(r.resolvedOn()));
            case "HIGH_RISK_RESOLUTION_RATE" -> rate(risks, this::assigned, r -> r.resolvedOn() != null);
            case "SUPERVISION_ISSUED" ->
                count(
                        documents,
                        d -> in(d.issuedOn()) && (variant.isEmpty() || d.kind() == SupervisionKind.valueOf(variant)));
            case "RECTIFICATION_RATE" -> rate(documents, d -> in(d.issuedOn()), d -> d.rectifiedOn() != null);
            case "RECTIFICATIONS_OUTSTANDING" -> count(documents, d -> by(d.issuedOn()) && !by(d.rectifiedOn()));
            default -> throw new IllegalArgumentException("not written by hand yet: " + code);
        };
    }

    private static boolean governmentAbove(LitigationEvent s) {
        var told = s.particulars();
        return told != null
                && "GOVERNMENT".equals(told.agencyKind())
                && Set.of("PROVINCE", "CITY", "COUNTY").contains(told.agencyLevel());
    }

    private boolean assigned(RiskCaseEvent r) {
        return r.firstAssignedMonth() != null && in(r.firstAssignedMonth().atDay(1));
    }

    private Sets loss(String variant, Predicate<LitigationEvent> done) {
        if (variant.equals("EFFECTIVE")) {
            var ended = disputes();
            return rate(suits, s -> ended.containsKey(s) && in(s.effectiveOn()), s -> LOST.contains(ended.get(s)));
        }
        var judged = variant.equals("JUDGED");
        return rate(
                suits,
                s -> done.test(s) && (!judged || LOST.contains(how(s)) || how(s).equals("CLAIM_REJECTED")),
                s -> LOST.contains(how(s)));
    }

    /** The last effective instance of each dispute, with the outcome that stands. */
    private Map<LitigationEvent, String> disputes() {
        record Link(LitigationEvent suit, String stands, int depth) {}
        var ended = new HashMap<LitigationEvent, String>();
        var roots = suits.stream()
                .filter(s -> s.instance() == Instance.FIRST)
                .sorted(Comparator.comparing(s -> s.id().toString()))
                .toList();
        for (var root : roots) {
            var chain = new ArrayList<>(List.of(new Link(root, outcome(root), 1)));
            for (var i = 0; i < chain.size(); i++) {
                var link = chain.get(i);
                if (link.depth == 10) continue;
                for (var next : suits) {
                    if (!link.suit.caseNumber().equals(next.previousCaseNumber())) continue;
                    var stands = appealCameToNothing(next) ? link.stands : outcome(next);
                    var further = new Link(next, stands, link.depth + 1);
                    if (!chain.contains(further)) chain.add(further);
                }
            }
            chain.stream()
                    .filter(link -> link.suit.effectiveOn() != null)
                    .filter(link -> !how(link.suit).equals("REMANDED")
                            && !how(link.suit).equals("TRANSFERRED"))
                    .max(Comparator.comparingInt(Link::depth)
                            .thenComparing(link -> link.suit.effectiveOn())
                            .thenComparing(link -> link.suit.caseNumber())
                            .thenComparing(link -> link.suit.id().toString())
                            .thenComparing(link -> link.stands, Comparator.reverseOrder()))
                    .ifPresent(link -> ended.putIfAbsent(link.suit, link.stands));
        }
        return ended;
    }

    private static boolean appealCameToNothing(LitigationEvent s) {
        if (how(s).equals("APPEAL_DISMISSED")) return true;
        var later = s.instance() == Instance.SECOND || s.instance() == Instance.RETRIAL;
        var forNothing = s.outcomeGround() == null || s.outcomeGround().name().equals("VOLUNTARY");
        return later && (how(s).equals("DEEMED_WITHDRAWN") || how(s).equals("WITHDRAWN") && forNothing);
    }

    private Sets heads(String variant, Set<HeadAttendance> who) {
        return rate(
                suits,
                s -> in(s.concludedOn())
                        && (variant.equals("CONCLUDED") || !s.hearings().isEmpty())
                        && (!variant.equals("FIRST") || s.instance() == Instance.FIRST)
                        && (!variant.equals("EXCUSED")
                                || s.hearings().stream().anyMatch(h -> h.headAttendance() != ABSENT_JUSTIFIED)),
                s -> s.hearings().stream().anyMatch(h -> who.contains(h.headAttendance())));
    }

    private static String how(ReconsiderationEvent c) {
        return c.outcome() == null ? "" : c.outcome().name();
    }

    private static String how(LitigationEvent s) {
        return s.outcome() == null ? "" : s.outcome().name();
    }

    private static String outcome(LitigationEvent s) {
        return s.outcome() == null ? "UNKNOWN" : s.outcome().name();
    }

    private static <E extends CaseEvent> Sets count(List<E> all, Predicate<E> counted) {
        return rate(all, counted, x -> true);
    }

    private static <E extends CaseEvent> Sets rate(List<E> all, Predicate<E> denominator, Predicate<E> numerator) {
        var below = all.stream().filter(denominator).collect(Collectors.toList());
        return new Sets(List.copyOf(below.stream().filter(numerator).toList()), List.copyOf(below));
    }
}
