package cn.disputes.cases.litigation;

import cn.disputes.contract.codes.HeadAttendance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.codes.OutcomeGround;
import java.time.LocalDate;

/** Writes a step field by field; what is not said stays null. */
final class LitigationStepBuilder {
    private final LitigationStepType type;
    private final LocalDate on;
    private HeadAttendance headAttendance;
    private LitigationOutcome outcome;
    private OutcomeGround outcomeGround;
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

    LitigationStepBuilder headAttendance(HeadAttendance value) {
        headAttendance = value;
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
    LitigationStepBuilder step(int sequence) {
        step = sequence;
        return this;
    }

    /** What it should have said. */
    LitigationStepBuilder replacement(LitigationStep right) {
        replacement = right;
        return this;
    }

    LitigationStep build() {
        return new LitigationStep(
                type, on, headAttendance, outcome, outcomeGround, days, to, reason, note, step, replacement);
    }
}
