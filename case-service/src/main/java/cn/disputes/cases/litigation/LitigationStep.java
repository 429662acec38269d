package cn.disputes.cases.litigation;

import cn.disputes.cases.casefile.StepBody;
import cn.disputes.contract.codes.HeadAttendance;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.codes.OutcomeGround;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A step of a suit as a caller writes it. Which fields a type takes is said by {@link LitigationRules}.
 *
 * @param procedure FILED, SERVED: ORDINARY or SIMPLIFIED, where the court said
 * @param claimReceivedOn FILED: the day the court received the statement of claim
 * @param act FILED: what is known of the act sued
 * @param retriedAs FILED of a retrial: tried as FIRST or as SECOND instance (解释 Art. 50)
 * @param headAttendance HEARING_HELD: who stood in court for the agency
 * @param appearance HEARING_HELD: the facts from which the attendance is evaluated, instead or beside it
 * @param hearingOn HEARING_SCHEDULED: the day of the hearing, which may lie ahead
 * @param headNotified HEARING_SCHEDULED: the court notified the head to attend (法释〔2020〕3号 Art. 5)
 * @param attendee HEAD_NAMED: the role of the head who will attend
 * @param ground SUSPENDED 1–7 (解释 Art. 87), CONCLUDED as TERMINATED 1–3 (解释 Art. 88), EXCLUDED_PERIOD one of {@link
 *     UncountedPeriod}
 * @param from EXCLUDED_PERIOD: its first day
 * @param outcome CONCLUDED
 * @param outcomeGround CONCLUDED with WITHDRAWN
 * @param redo CONCLUDED with REVOKED or PARTLY_REVOKED: the agency is to act anew (Art. 70)
 * @param reconsiderationDecision CONCLUDED: what became of the reconsideration decision, where it was judged apart from the
 *     act (解释 Art. 136)
 * @param performWithinDays CONCLUDED: the period for performing, days from effect
 * @param advice ADVICE_RECEIVED: what it is about
 * @param days EXTENDED: days the higher court granted; EVIDENCE_TERM_SET: 1–15
 * @param to APPEALED: number of the appeal, where known; PROCEDURE_CONVERTED: ORDINARY; EXCLUDED_PERIOD: the day on which
 *     counting goes on, {@code on} when it is left out
 * @param agency SERVED, DEFENCE_FILED: code of the defendant; left out, the nominal one, whose code is not kept either, and of
 *     an agency that files itself its own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LitigationStep(
        @NotNull(message = "不能为空 | Must be given") LitigationStepType type,
        @NotNull(message = "不能为空 | Must be given") LocalDate on,
        TrialProcedure procedure,
        LocalDate claimReceivedOn,
        @Valid SuedAct act,
        Instance retriedAs,
        HeadAttendance headAttendance,
        @Valid Appearance appearance,
        LocalDate hearingOn,
        Boolean headNotified,
        AttendeeRole attendee,
        @Schema(
                        implementation = Object.class,
                        oneOf = {Integer.class, UncountedPeriod.class},
                        description = "按步骤类型：SUSPENDED 为解释第八十七条各项序号 1–7；CONCLUDED（结果 TERMINATED）为解释第八十八条"
                                + "各项序号 1–3；EXCLUDED_PERIOD 为代码表 uncountedPeriod 之一；其他步骤不填 / By step type:"
                                + " SUSPENDED the item of Art. 87 of the interpretation, 1 to 7; CONCLUDED with the"
                                + " outcome TERMINATED the item of its Art. 88, 1 to 3; EXCLUDED_PERIOD a code of the"
                                + " list uncountedPeriod; no other step has one")
                JsonNode ground,
        LocalDate from,
        LitigationOutcome outcome,
        OutcomeGround outcomeGround,
        Boolean redo,
        LitigationOutcome reconsiderationDecision,
        Integer performWithinDays,
        AdviceKind advice,
        Integer days,
        @Size(max = 100, message = "最多100字 | At most 100 characters") String to,
        @Size(max = 100, message = "最多100字 | At most 100 characters") String agency,
        @Size(max = 2000, message = "最多2000字 | At most 2000 characters") String reason,
        @Size(max = 2000, message = "最多2000字 | At most 2000 characters") String note,
        Integer step,
        @Valid LitigationStep replacement)
        implements StepBody<LitigationStep> {

    static LitigationStep of(LitigationStepType type, LocalDate on) {
        return with(type, on).build();
    }

    /** A step that says more than its type and day. */
    static LitigationStepBuilder with(LitigationStepType type, LocalDate on) {
        return new LitigationStepBuilder(type, on);
    }

    /** The same step of that defendant; null: of the nominal one. */
    LitigationStep of(String defendant) {
        return copy(defendant, replacement);
    }

    LitigationStep replacedBy(LitigationStep right) {
        return copy(agency, right);
    }

    private LitigationStep copy(String ofDefendant, LitigationStep right) {
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
                ofDefendant,
                reason,
                note,
                step,
                right);
    }

    @Override
    public boolean speaksOf(LitigationStep told) {
        return type == told.type && Objects.equals(agency, told.agency);
    }

    /** The number of an article's item, or null when the ground is none. */
    Integer numberedGround() {
        if (ground == null) return null;
        if (ground.isInt()) return ground.intValue();
        return ground.isTextual() && ground.textValue().matches("[0-9]") ? Integer.valueOf(ground.textValue()) : null;
    }

    /** Null when the ground names no period. */
    UncountedPeriod period() {
        if (ground == null || !ground.isTextual()) return null;
        for (var known : UncountedPeriod.values()) if (known.name().equals(ground.textValue())) return known;
        return null;
    }

    /** How the attendance counts: from the facts where they are recorded, else as it was stated. */
    HearingAttendance attendance() {
        return appearance == null
                ? AttendanceRules.evaluate(on, headAttendance)
                : AttendanceRules.evaluate(on, appearance);
    }
}
