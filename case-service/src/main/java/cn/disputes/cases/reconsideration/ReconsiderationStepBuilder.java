package cn.disputes.cases.reconsideration;

import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.List;

/** Writes a step field by field; what is not said stays unsaid. */
final class ReconsiderationStepBuilder {
    private final ReconsiderationStepType type;
    private final LocalDate on;
    private Procedure procedure;
    private String reason;
    private String to;
    private List<String> items;
    private JsonNode ground;
    private Integer days;
    private Boolean respondentHeadAttended;
    private ReconsiderationOutcome outcome;
    private Boolean redo;
    private Boolean compensation;
    private String note;
    private Integer step;
    private ReconsiderationStep replacement;

    ReconsiderationStepBuilder(ReconsiderationStepType type, LocalDate on) {
        this.type = type;
        this.on = on;
    }

    ReconsiderationStepBuilder procedure(Procedure value) {
        procedure = value;
        return this;
    }

    ReconsiderationStepBuilder reason(String value) {
        reason = value;
        return this;
    }

    ReconsiderationStepBuilder to(String value) {
        to = value;
        return this;
    }

    ReconsiderationStepBuilder items(String... values) {
        items = List.of(values);
        return this;
    }

    /** The number of an article's item. */
    ReconsiderationStepBuilder ground(int item) {
        ground = IntNode.valueOf(item);
        return this;
    }

    ReconsiderationStepBuilder ground(OutcomeGround value) {
        ground = value == null ? null : TextNode.valueOf(value.name());
        return this;
    }

    ReconsiderationStepBuilder days(int value) {
        days = value;
        return this;
    }

    ReconsiderationStepBuilder respondentHeadAttended(boolean value) {
        respondentHeadAttended = value;
        return this;
    }

    ReconsiderationStepBuilder outcome(ReconsiderationOutcome value) {
        outcome = value;
        return this;
    }

    ReconsiderationStepBuilder redo(boolean value) {
        redo = value;
        return this;
    }

    ReconsiderationStepBuilder compensation(boolean value) {
        compensation = value;
        return this;
    }

    ReconsiderationStepBuilder note(String value) {
        note = value;
        return this;
    }

    /** RECTIFIED: the wrong step and what it should have said, null to strike it out. */
    ReconsiderationStepBuilder rectifies(int sequence, ReconsiderationStep right) {
        step = sequence;
        replacement = right;
        return this;
    }

    ReconsiderationStep build() {
        return new ReconsiderationStep(
                type,
                on,
                procedure,
                reason,
                to,
                items,
                ground,
                days,
                respondentHeadAttended,
                outcome,
                redo,
                compensation,
                note,
                step,
                replacement);
    }
}
