package cn.disputes.cases.reconsideration;

import cn.disputes.cases.casefile.Party;
import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * An application for reconsideration (行政复议申请) as it is registered.
 *
 * @param regionCode region of the authority that receives it
 * @param receivedOn day of receipt; decides which law governs
 * @param respondentCode credit code of the agency whose act is challenged
 * @param amountInDispute yuan, two decimals
 * @param lawVersion set by hand, with {@code lawVersionReason}, against the rule of the day of receipt
 * @param actKnownOn day on which the applicant knew or should have known of the act; the sixty days count from it
 * @param actOn day of the act: five years, twenty for {@code realEstate}, end every right (Art. 21)
 * @param toldOfRightOn day on which the applicant learned of the right, when the act did not say (Art. 20 para 3)
 * @param agencyReceivedOn VIA_AGENCY: day on which the penalising agency received it (Art. 32)
 * @param obstacles what kept the applicant from applying: its days do not count towards the sixty (Art. 20 para 2)
 */
public record Registration(
        @NotNull(message = "不能为空 | Must be given")
                @Pattern(regexp = "[0-9]{6}", message = "应为六位行政区划代码 | Must be a six-digit region code")
                String regionCode,
        @NotNull(message = "不能为空 | Must be given") LocalDate receivedOn,
        @NotNull(message = "不能为空 | Must be given") Channel channel,
        @NotEmpty(message = "至少一名申请人 | At least one applicant") @Size(max = 500, message = "最多500名 | At most 500")
                List<@Valid @NotNull(message = "不能为空 | Must be given") Party> applicants,
        @NotNull(message = "不能为空 | Must be given") String respondentCode,
        @NotNull(message = "不能为空 | Must be given") ActType actType,
        @NotNull(message = "不能为空 | Must be given") Domain domain,
        @Size(max = 100, message = "最多100字 | At most 100 characters") String actDocumentNumber,
        LocalDate actKnownOn,
        @NotBlank(message = "不能为空 | Must be given") @Size(max = 5000, message = "最多5000字 | At most 5000 characters")
                String claims,
        @DecimalMin(value = "0", message = "不能为负 | Must not be negative")
                @DecimalMax(value = "9999999999999999", message = "过大 | Too large")
                @Digits(integer = 16, fraction = 2, message = "最多两位小数 | At most two decimals")
                BigDecimal amountInDispute,
        LawVersion lawVersion,
        @Size(max = 500, message = "最多500字 | At most 500 characters") String lawVersionReason,
        LocalDate actOn,
        LocalDate toldOfRightOn,
        Boolean realEstate,
        LocalDate agencyReceivedOn,
        @Size(max = 10, message = "最多10项 | At most 10 items")
                List<@Valid @NotNull(message = "不能为空 | Must be given") Obstacle> obstacles) {

    /** What the annotations cannot say. */
    void check(LocalDate today) {
        notInFuture("receivedOn", receivedOn, today);
        if (actKnownOn != null) notInFuture("actKnownOn", actKnownOn, today);
        if (actOn != null) notInFuture("actOn", actOn, today);
        if (toldOfRightOn != null) notInFuture("toldOfRightOn", toldOfRightOn, today);
        if (agencyReceivedOn != null) {
            Demand.valid(
                    channel == Channel.VIA_AGENCY,
                    "agencyReceivedOn",
                    "仅用于经行政机关转送（第三十二条）",
                    "Only for an application via the agency (Art. 32)");
            Demand.valid(
                    !agencyReceivedOn.isAfter(receivedOn),
                    "agencyReceivedOn",
                    "不能晚于收到日期",
                    "Must not be after the day of receipt");
        }
        if (receivedOn.getYear() < 1990)
            throw ProblemException.invalid("receivedOn", "早于行政复议制度", "Before there was reconsideration");
        for (var i = 0; i < applicants.size(); i++) applicants.get(i).check("applicants[" + i + "]");
    }

    /** How the history of the case begins. */
    ReconsiderationStep receipt() {
        var facts = new ApplicationFacts(
                lawVersion,
                lawVersionReason,
                actKnownOn,
                actOn,
                toldOfRightOn,
                realEstate,
                agencyReceivedOn,
                obstacles);
        return ReconsiderationStep.with(ReconsiderationStepType.RECEIVED, receivedOn)
                .application(facts.equals(ApplicationFacts.UNKNOWN) ? null : facts)
                .build();
    }

    static void notInFuture(String field, LocalDate day, LocalDate today) {
        if (day.isAfter(today)) throw ProblemException.invalid(field, "不能晚于今天", "Must not be in the future");
    }
}
