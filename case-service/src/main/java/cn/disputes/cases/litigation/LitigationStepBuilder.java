package cn.disputes.cases.litigation;

import cn.disputes.contract.codes.HeadAttendance;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.codes.OutcomeGround;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;

/** Writes a step field by field; what is not said stays null. */
final class LitigationStepBuilder {
    private final LitigationStepType type;
    private final LocalDate on;
    private TrialProcedure procedure;
    private LocalDate claimReceivedOn;
    private SuedAct act;
    private Instance retriedAs;
    private HeadAttendance headAttendance;
    private Appearance appearance;
    private LocalDate hearingOn;
    private Boolean headNotified;
    private AttendeeRole attendee;
    private JsonNode ground;
    private LocalDate from;
    private LitigationOutcome outcome;
    private OutcomeGround outcomeGround;
    private Boolean redo;
    private LitigationOutcome reconsiderationDecision;
    private Integer performWithinDays;
    private AdviceKind advice;
    private Integer days;
    private String to;
    private String reason;
    private String note;
    private Integer step;
    private LitigationStep replacement;

    LitigationStepBuilder(LitigationStepType type, LocalDate on) {
        this.type = type;
        this.on = on;
    }

    LitigationStepBuilder procedure(TrialProcedure value) {
        procedure = value;
        return this;
    }

    LitigationStepBuilder claimReceivedOn(LocalDate value) {
        claimReceivedOn = value;
        return this;
    }

    LitigationStepBuilder act(SuedAct value) {
        act = value;
        return this;
    }

    LitigationStepBuilder retriedAs(Instance value) {
        retriedAs = value;
        return this;
    }

    LitigationStepBuilder headAttendance(HeadAttendance value) {
        headAttendance = value;
        return this;
    }

    LitigationStepBuilder appearance(Appearance value) {
        appearance = value;
        return this;
    }

    LitigationStepBuilder hearingOn(LocalDate value) {
        hearingOn = value;
        return this;
    }

    LitigationStepBuilder headNotified(boolean value) {
        headNotified = value;
        return this;
    }

    LitigationStepBuilder attendee(AttendeeRole value) {
        attendee = value;
        return this;
    }

    /** An item of an article. */
    LitigationStepBuilder ground(int item) {
        ground = IntNode.valueOf(item);
        return this;
    }

    LitigationStepBuilder ground(UncountedPeriod period) {
        ground = TextNode.valueOf(period.name());
        return this;
    }

    LitigationStepBuilder from(LocalDate value) {
        from = value;
        return this;
    }

    LitigationStepBuilder outcome(LitigationOutcome value) {
        outcome = value;
        return this;
    }

    LitigationStepBuilder outcomeGround(OutcomeGround value) {
        outcomeGround = value;
        return this;
    }

    LitigationStepBuilder redo(boolean value) {
        redo = value;
        return this;
    }

    LitigationStepBuilder reconsiderationDecision(LitigationOutcome value) {
        reconsiderationDecision = value;
        return this;
    }

    LitigationStepBuilder performWithinDays(int value) {
        performWithinDays = value;
        return this;
    }

    LitigationStepBuilder advice(AdviceKind value) {
        advice = value;
        return this;
    }

    LitigationStepBuilder days(int value) {
        days = value;
        return this;
    }

    LitigationStepBuilder to(String value) {
        to = value;
        return this;
    }

    LitigationStepBuilder reason(String value) {
        reason = value;
        return this;
    }

    LitigationStepBuilder note(String value) {
        note = value;
        return this;
    }

    /** The sequence of the step that was wrong. */
    LitigationStepBuilder step(int value) {
        step = value;
        return this;
    }

    /** What it should have said. */
    LitigationStepBuilder replacement(LitigationStep value) {
        replacement = value;
        return this;
    }

    LitigationStep build() {
        return new LitigationStep(
                type,
                on,
                procedure,
                claimReceivedOn,
                act,
                retriedAs,
                headAttendance,
                appearance,
                hearingOn,
                headNotified,
                attendee,
                ground,
                from,
                outcome,
                outcomeGround,
                redo,
                reconsiderationDecision,
                performWithinDays,
                advice,
                days,
                to,
                null,
                reason,
                note,
                step,
                replacement);
    }
}
