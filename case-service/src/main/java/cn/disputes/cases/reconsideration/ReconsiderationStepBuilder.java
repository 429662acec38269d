package cn.disputes.cases.reconsideration;

import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
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
    private BigDecimal compensationAmount;
    private String note;
    private ApplicationFacts application;
    private List<ConditionFinding> conditions;
    private SimplifiedGround simplifiedGround;
    private List<CaseFeature> features;
    private LocalDate from;
    private Boolean consent;
    private Boolean unheard;
    private LocalDate hearingOn;
    private String presider;
    private List<String> hearers;
    private Boolean applicantAbsent;
    private Boolean ownPower;
    private Boolean lawful;
    private Integer redoWithinDays;
    private Integer performWithinDays;
    private Boolean worseForApplicant;
    private Boolean thirdPartyAsked;
    private Boolean thirdPartyEvidence;
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

    ReconsiderationStepBuilder ground(ExcludedGround value) {
        ground = TextNode.valueOf(value.name());
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

    ReconsiderationStepBuilder compensation(boolean value, BigDecimal amount) {
        compensation = value;
        compensationAmount = amount;
        return this;
    }

    ReconsiderationStepBuilder application(ApplicationFacts value) {
        application = value;
        return this;
    }

    ReconsiderationStepBuilder conditions(ConditionFinding... values) {
        conditions = List.of(values);
        return this;
    }

    ReconsiderationStepBuilder simplifiedGround(SimplifiedGround value) {
        simplifiedGround = value;
        return this;
    }

    ReconsiderationStepBuilder features(CaseFeature... values) {
        features = List.of(values);
        return this;
    }

    ReconsiderationStepBuilder from(LocalDate value) {
        from = value;
        return this;
    }

    ReconsiderationStepBuilder consent(boolean value) {
        consent = value;
        return this;
    }

    ReconsiderationStepBuilder unheard(boolean value) {
        unheard = value;
        return this;
    }

    ReconsiderationStepBuilder hearingOn(LocalDate value) {
        hearingOn = value;
        return this;
    }

    ReconsiderationStepBuilder presider(String value) {
        presider = value;
        return this;
    }

    ReconsiderationStepBuilder hearers(String... values) {
        hearers = List.of(values);
        return this;
    }

    ReconsiderationStepBuilder applicantAbsent(boolean value) {
        applicantAbsent = value;
        return this;
    }

    ReconsiderationStepBuilder ownPower(boolean value) {
        ownPower = value;
        return this;
    }

    ReconsiderationStepBuilder lawful(boolean value) {
        lawful = value;
        return this;
    }

    ReconsiderationStepBuilder redoWithinDays(int value) {
        redoWithinDays = value;
        return this;
    }

    ReconsiderationStepBuilder performWithinDays(int value) {
        performWithinDays = value;
        return this;
    }

    ReconsiderationStepBuilder worseForApplicant(boolean value) {
        worseForApplicant = value;
        return this;
    }

    ReconsiderationStepBuilder thirdPartyAsked(boolean value) {
        thirdPartyAsked = value;
        return this;
    }

    ReconsiderationStepBuilder thirdPartyEvidence(boolean value) {
        thirdPartyEvidence = value;
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
                compensationAmount,
                note,
                application,
                conditions,
                simplifiedGround,
                features,
                from,
                consent,
                unheard,
                hearingOn,
                presider,
                hearers,
                applicantAbsent,
                ownPower,
                lawful,
                redoWithinDays,
                performWithinDays,
                worseForApplicant,
                thirdPartyAsked,
                thirdPartyEvidence,
                step,
                replacement);
    }
}
