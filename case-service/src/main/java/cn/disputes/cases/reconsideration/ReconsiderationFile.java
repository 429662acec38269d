package cn.disputes.cases.reconsideration;

import cn.disputes.cases.casefile.CaseProblem;
import cn.disputes.cases.casefile.History;
import cn.disputes.cases.casefile.RecordedStep;
import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import cn.disputes.contract.problem.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A reconsideration as its steps leave it: a pure function of the history. */
final class ReconsiderationFile {
    /** A suspension (中止); {@code to} is null while it lasts. */
    record Suspension(LocalDate from, LocalDate to, int ground, Boolean consent) {
        /** Art. 41(5): only these grounds of Art. 39 time out; whereabouts unknown (3) does not. */
        boolean timesOut() {
            return ground == 1 || ground == 2 || ground == 4;
        }
    }

    /** Time that does not count for another reason; {@code to} counts again. */
    record ExcludedTime(LocalDate from, LocalDate to, ExcludedGround ground) {}

    LocalDate receivedOn;
    ApplicationFacts application = ApplicationFacts.UNKNOWN;
    LawVersion lawVersion;
    ReconsiderationStatus status = ReconsiderationStatus.RECEIVED;
    Procedure procedure;
    /** One after the receipt, another after a correction. */
    final List<Review> reviews = new ArrayList<>(1);

    LocalDate correctionRequestedOn;
    LocalDate correctedOn;
    Integer correctionDays;
    int correctionExtendedDays;
    List<ConditionFinding> conditions = List.of();
    /** As it was recorded; what silence accepted has no step of its own, see {@link ReconsiderationDeadlines#accepted}. */
    LocalDate acceptedOn;

    SimplifiedGround simplifiedGround;
    LocalDate convertedOn;
    final Set<CaseFeature> features = EnumSet.noneOf(CaseFeature.class);
    LocalDate copyServedOn;
    LocalDate repliedOn;
    LocalDate opinionsHeardOn;
    LocalDate committeeConsultedOn;
    final List<Hearing> hearings = new ArrayList<>(0);
    final List<DocumentReview> documentReviews = new ArrayList<>(0);
    /** Mediation (调解) has begun and neither ended in a statement nor failed. */
    boolean mediating;
    /** When mediation last failed, or null. */
    LocalDate mediationFailedOn;

    final List<Suspension> suspensions = new ArrayList<>(0);
    final List<ExcludedTime> excludedTimes = new ArrayList<>(0);
    int extendedDays;
    LocalDate extendedOn;
    LocalDate concludedOn;
    ReconsiderationOutcome outcome;
    OutcomeGround outcomeGround;
    LocalDate decisionServedOn;
    boolean thirdPartyEvidence;
    final Performance performance = new Performance();
    LocalDate lastOn;

    private ReconsiderationFile() {}

    /** Folds a history; refuses one in which a step may not follow, naming the step unless it is the last recorded. */
    static ReconsiderationFile fold(List<RecordedStep<ReconsiderationStep>> recorded) {
        var file = new ReconsiderationFile();
        var newest = recorded.isEmpty() ? 0 : recorded.get(recorded.size() - 1).sequence();
        for (var step : History.effective(recorded)) {
            try {
                file.take(step.body());
            } catch (ProblemException refused) {
                if (step.sequence() == newest) throw refused;
                throw new ProblemException(
                        CaseProblem.LATER_STEP_ILLEGAL,
                        step.sequence(),
                        step.body().type());
            }
        }
        return file;
    }

    private void take(ReconsiderationStep step) {
        if (step.type() == ReconsiderationStepType.RECEIVED && receivedOn == null) {
            receive(step);
            return;
        }
        if (receivedOn == null)
            throw ProblemException.invalid("step", "收到申请这一步不能删除", "The receipt itself cannot be struck out");
        var next = ReconsiderationState.next(status, step.type()).orElseThrow(() -> illegal(step));
        ReconsiderationRules.check(this, step);
        if (step.features() != null) features.addAll(step.features());
        if (step.conditions() != null) conditions = step.conditions();
        if (status == ReconsiderationStatus.RECEIVED && next != status) {
            reviews.add(new Review(reviews.remove(reviews.size() - 1).from(), step));
        }
        apply(step);
        status = next;
        lastOn = step.on();
    }

    private void receive(ReconsiderationStep step) {
        AdmissionRules.received(step);
        receivedOn = step.on();
        if (step.application() != null) application = step.application();
        lawVersion = application.lawVersion() == null ? LawVersion.on(step.on()) : application.lawVersion();
        reviews.add(new Review(step.on(), null));
        lastOn = step.on();
    }

    private ProblemException illegal(ReconsiderationStep step) {
        var allowed =
                ReconsiderationState.allowed(status).stream().map(Enum::name).collect(Collectors.joining(", "));
        return new ProblemException(CaseProblem.ILLEGAL_MOVE, status, step.type(), allowed)
                .field("type", "现在可以：" + allowed, "Allowed now: " + allowed);
    }

    private void apply(ReconsiderationStep step) {
        switch (step.type()) {
            case CORRECTION_REQUESTED -> {
                correctionRequestedOn = step.on();
                correctionDays = step.days();
            }
            case CORRECTION_EXTENDED -> correctionExtendedDays += step.days();
            case CORRECTED -> {
                correctedOn = step.on();
                reviews.add(new Review(step.on(), null));
            }
            case ACCEPTED -> {
                acceptedOn = step.on();
                procedure = step.procedure() == null ? Procedure.ORDINARY : step.procedure();
                simplifiedGround = step.simplifiedGround();
            }
            case COPY_SERVED -> copyServedOn = step.on();
            // the first reply met the term; later ones only add to it
            case REPLY_RECEIVED -> repliedOn = repliedOn == null ? step.on() : repliedOn;
            case OPINIONS_HEARD -> opinionsHeardOn = step.on();
            case HEARING_NOTIFIED -> hearings.add(Hearing.notified(step));
            case HEARING_HELD -> hearingHeld(step);
            case COMMITTEE_CONSULTED -> committeeConsultedOn = step.on();
            case DOCUMENT_QUESTIONED -> documentReviews.add(DocumentReview.of(step.on(), step.ownPower()));
            case DOCUMENT_FORWARDED -> reviewed(document().forwarded(step.on()));
            case DOCUMENT_MAKER_ASKED -> reviewed(document().makerAsked(step.on()));
            case DOCUMENT_MAKER_ANSWERED -> reviewed(document().makerAnswered(step.on()));
            case DOCUMENT_REVIEWED, DOCUMENT_ANSWER_RETURNED ->
                reviewed(document().ended(step.on()));
            case MEDIATION_BEGUN -> mediating = true;
            case MEDIATION_FAILED -> {
                mediating = false;
                mediationFailedOn = step.on();
            }
            case TIME_EXCLUDED -> excludedTimes.add(new ExcludedTime(step.from(), step.on(), step.excludedGround()));
            case SUSPENDED -> suspensions.add(new Suspension(step.on(), null, step.numberedGround(), step.consent()));
            case RESUMED -> endSuspension(step.on());
            case EXTENDED -> {
                extendedDays = step.days();
                extendedOn = step.on();
            }
            case PROCEDURE_CONVERTED -> {
                procedure = Procedure.ORDINARY;
                convertedOn = step.on();
            }
            case DECIDED -> {
                conclude(step.on(), step.outcome());
                thirdPartyEvidence = Boolean.TRUE.equals(step.thirdPartyEvidence());
                performance.decided(step);
            }
            case MEDIATED -> {
                conclude(step.on(), ReconsiderationOutcome.MEDIATED);
                performance.decided(step);
            }
            case WITHDRAWN -> {
                conclude(step.on(), ReconsiderationOutcome.WITHDRAWN);
                outcomeGround = step.withdrawalGround();
            }
            case TERMINATED -> conclude(step.on(), ReconsiderationOutcome.TERMINATED);
            case REFUSED -> conclude(step.on(), ReconsiderationOutcome.REFUSED);
            case ABANDONED -> conclude(step.on(), ReconsiderationOutcome.ABANDONED);
            case TRANSFERRED -> conclude(step.on(), ReconsiderationOutcome.TRANSFERRED);
            case DECISION_SERVED -> decisionServedOn = step.on();
            case PERFORMED -> performance.performedOn = step.on();
            case PERFORMANCE_ORDERED -> performance.ordered(step);
            case ENFORCEMENT_APPLIED -> performance.enforcementAppliedOn = step.on();
            case INTERVIEWED -> performance.interviewedOn = step.on();
            case CRITICISED -> performance.criticisedOn = step.on();
            case PUBLISHED -> performance.publishedOn = step.on();
            case COPIED -> performance.copiedOn = step.on();
            default -> throw new IllegalStateException("no move takes " + step.type());
        }
    }

    /** A decision takes effect on service, a mediation statement when it is signed and sealed (Art. 73, 75). */
    LocalDate effectiveOn() {
        return outcome == ReconsiderationOutcome.MEDIATED ? concludedOn : decisionServedOn;
    }

    /** The suspension that lasts, or null. */
    Suspension openSuspension() {
        return status == ReconsiderationStatus.SUSPENDED ? suspensions.get(suspensions.size() - 1) : null;
    }

    /** The day of the hearing that was announced last and is not yet held; null while there is none to come. */
    LocalDate comingHearing() {
        if (concludedOn != null || hearings.isEmpty()) return null;
        var last = hearings.get(hearings.size() - 1);
        return last.heldOn() == null ? last.hearingOn() : null;
    }

    /** The document review last begun, or null. */
    DocumentReview document() {
        return documentReviews.isEmpty() ? null : documentReviews.get(documentReviews.size() - 1);
    }

    private void reviewed(DocumentReview changed) {
        documentReviews.set(documentReviews.size() - 1, changed);
    }

    /** The hearing that was announced last and not yet held, else one without notice. */
    private void hearingHeld(ReconsiderationStep step) {
        var last = hearings.size() - 1;
        if (last >= 0 && hearings.get(last).heldOn() == null) {
            hearings.set(last, hearings.get(last).held(step));
        } else {
            hearings.add(Hearing.unannounced().held(step));
        }
    }

    private void conclude(LocalDate on, ReconsiderationOutcome how) {
        if (status == ReconsiderationStatus.SUSPENDED) endSuspension(on);
        mediating = false;
        concludedOn = on;
        outcome = how;
    }

    private void endSuspension(LocalDate on) {
        var last = suspensions.remove(suspensions.size() - 1);
        suspensions.add(new Suspension(last.from(), on, last.ground(), last.consent()));
    }
}
