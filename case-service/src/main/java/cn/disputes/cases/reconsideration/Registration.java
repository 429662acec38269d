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
                BigDecimal amountInDispute) {

    /** What the annotations cannot say. */
    void check(LocalDate today) {
        notInFuture("receivedOn", receivedOn, today);
        if (actKnownOn != null) notInFuture("actKnownOn", actKnownOn, today);
        if (receivedOn.getYear() < 1990)
            throw ProblemException.invalid("receivedOn", "早于行政复议制度", "Before there was reconsideration");
        for (var i = 0; i < applicants.size(); i++) applicants.get(i).check("applicants[" + i + "]");
    }

    static void notInFuture(String field, LocalDate day, LocalDate today) {
        if (day.isAfter(today)) throw ProblemException.invalid(field, "不能晚于今天", "Must not be in the future");
    }
}
