package cn.disputes.cases.reconsideration;

import cn.disputes.cases.casefile.StepBody;
import cn.disputes.cases.casefile.StepLog;
import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import cn.disputes.contract.events.EventJson;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A step of a reconsideration as a caller writes it. Which fields a type takes is said by {@link ReconsiderationRules}.
 *
 * @param reason REFUSED, CORRECTION_EXTENDED, RECTIFIED: why; HEARING_HELD: why the respondent's head did not come
 * @param ground SUSPENDED 1–10 (Art. 39), TERMINATED 1–5 (Art. 41), WITHDRAWN VOLUNTARY, SETTLED or AFTER_ACT_CHANGED
 *     (Art. 74), TIME_EXCLUDED AUTHORITY_AGREED, INSPECTION or APPRAISAL; items of the 2023 law, whichever law governs
 * @param days EXTENDED: 1–30; CORRECTION_EXTENDED: what is added; CORRECTION_REQUESTED: the period of the 2007 regulation;
 *     PERFORMANCE_ORDERED: the period
 * @param to TRANSFERRED, REFUSED for want of jurisdiction: the competent authority; PROCEDURE_CONVERTED: ORDINARY;
 *     DOCUMENT_FORWARDED, COPIED: to whom
 * @param application RECEIVED: what decides the law and whether the application is in time
 * @param conditions ACCEPTED, REFUSED, DECIDED: what was found of the conditions of Art. 30
 * @param simplifiedGround ACCEPTED as SIMPLIFIED: why (Art. 53)
 * @param features of the case, as soon as they are known; they add up
 * @param from TIME_EXCLUDED: its first day; {@code on} is the day on which counting goes on
 * @param consent SUSPENDED on ground 6: whether both sides agree
 * @param unheard OPINIONS_HEARD: could not be heard for a reason of the party's own, so reviewed in writing (Art. 49)
 * @param hearingOn HEARING_NOTIFIED: the day of the hearing, which may lie ahead
 * @param applicantAbsent HEARING_HELD: stayed away without good reason, the right is waived (Art. 51)
 * @param ownPower DOCUMENT_QUESTIONED: whether this authority may deal with the document
 * @param lawful DOCUMENT_REVIEWED, DOCUMENT_ANSWER_RETURNED: what was found
 * @param compensationAmount DECIDED with {@code compensation}: yuan awarded, two decimals
 * @param redoWithinDays DECIDED with {@code redo}: the period set, days from service
 * @param performWithinDays DECIDED, MEDIATED: the period set, days from effect
 * @param worseForApplicant DECIDED CHANGED: only when {@code thirdPartyAsked} for the opposite (Art. 63)
 * @param thirdPartyEvidence DECIDED UPHELD without a reply: a third party supplied the evidence (Art. 70)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReconsiderationStep(
        @NotNull(message = "不能为空 | Must be given") ReconsiderationStepType type,
        @NotNull(message = "不能为空 | Must be given") LocalDate on,
        Procedure procedure,
        @Size(max = 2000, message = "最多2000字 | At most 2000 characters") String reason,
        @Size(max = 200, message = "最多200字 | At most 200 characters") String to,
        @Size(max = 50, message = "最多50项 | At most 50 items") List<@Size(max = 500) String> items,
        @Schema(
                        implementation = Object.class,
                        oneOf = {Integer.class, OutcomeGround.class, ExcludedGround.class},
                        description = "按步骤类型：SUSPENDED 为第三十九条各项序号 1–10；TERMINATED 为第四十一条各项序号 1–5；"
                                + "WITHDRAWN 为 VOLUNTARY、SETTLED、AFTER_ACT_CHANGED 之一；TIME_EXCLUDED 为"
                                + " AUTHORITY_AGREED、INSPECTION、APPRAISAL 之一；其他步骤不填 / By step type: SUSPENDED the"
                                + " item of Art. 39, 1 to 10; TERMINATED the item of Art. 41, 1 to 5; WITHDRAWN one of"
                                + " VOLUNTARY, SETTLED, AFTER_ACT_CHANGED; TIME_EXCLUDED one of AUTHORITY_AGREED,"
                                + " INSPECTION, APPRAISAL; no other step has one")
                JsonNode ground,
        Integer days,
        Boolean respondentHeadAttended,
        ReconsiderationOutcome outcome,
        Boolean redo,
        Boolean compensation,
        @DecimalMin(value = "0", message = "不能为负 | Must not be negative")
                @Digits(integer = 16, fraction = 2, message = "最多两位小数 | At most two decimals")
                BigDecimal compensationAmount,
        @Size(max = 2000, message = "最多2000字 | At most 2000 characters") String note,
        @Valid ApplicationFacts application,
        @Size(max = 7, message = "最多7项 | At most 7 items")
                List<@Valid @NotNull(message = "不能为空 | Must be given") ConditionFinding> conditions,
        SimplifiedGround simplifiedGround,
        @Size(max = 3, message = "最多3项 | At most 3 items")
                List<@NotNull(message = "不能为空 | Must be given") CaseFeature> features,
        LocalDate from,
        Boolean consent,
        Boolean unheard,
        LocalDate hearingOn,
        @Size(max = 100, message = "最多100字 | At most 100 characters") String presider,
        @Size(max = 10, message = "最多10名 | At most 10") List<@Size(max = 100) String> hearers,
        Boolean applicantAbsent,
        Boolean ownPower,
        Boolean lawful,
        Integer redoWithinDays,
        Integer performWithinDays,
        Boolean worseForApplicant,
        Boolean thirdPartyAsked,
        Boolean thirdPartyEvidence,
        Integer step,
        @Valid ReconsiderationStep replacement)
        implements StepBody<ReconsiderationStep> {

    /** Generated clients send a list that nobody filled as an empty one: it says nothing. */
    public ReconsiderationStep {
        items = filled(items);
        conditions = filled(conditions);
        features = filled(features);
        hearers = filled(hearers);
    }

    private static <T> List<T> filled(List<T> list) {
        return list == null || list.isEmpty() ? null : list;
    }

    static ReconsiderationStep of(ReconsiderationStepType type, LocalDate on) {
        return with(type, on).build();
    }

    /** A step that says more than its type and day. */
    static ReconsiderationStepBuilder with(ReconsiderationStepType type, LocalDate on) {
        return new ReconsiderationStepBuilder(type, on);
    }

    /** Another outcome or procedure is another step: nothing of this one is kept then. None told is none other. */
    @Override
    public ReconsiderationStep amendedBy(ReconsiderationStep told) {
        var converted = told.procedure != null && procedure != told.procedure;
        if (equals(told) || outcome != told.outcome || converted) return told;
        var amended = EventJson.MAPPER.<ObjectNode>valueToTree(this);
        amended.setAll(EventJson.MAPPER.<ObjectNode>valueToTree(told));
        return StepLog.parse(amended, ReconsiderationStep.class);
    }

    /** The number of an article's item, or null when the ground is none. */
    Integer numberedGround() {
        if (ground == null) return null;
        if (ground.isInt()) return ground.intValue();
        if (!ground.isTextual()) return null;
        var digits = ground.textValue();
        if (digits.isEmpty() || digits.length() > 2) return null;
        for (var i = 0; i < digits.length(); i++) if (digits.charAt(i) < '0' || digits.charAt(i) > '9') return null;
        return Integer.valueOf(digits);
    }

    OutcomeGround withdrawalGround() {
        return namedGround(OutcomeGround.values());
    }

    ExcludedGround excludedGround() {
        return namedGround(ExcludedGround.values());
    }

    private <E extends Enum<E>> E namedGround(E[] known) {
        if (ground == null || !ground.isTextual()) return null;
        for (var one : known) if (one.name().equals(ground.textValue())) return one;
        return null;
    }
}
