package cn.disputes.cases.litigation;

import cn.disputes.cases.casefile.Party;
import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.CourtCaseNumber;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * One instance of a suit as it is registered.
 *
 * @param caseNumber the court's number, e.g. (2022)浙0702行初12号
 * @param regionCode region of the defendant
 * @param defendantCode nominal defendant (名义被告)
 * @param actorCode agency that acted (实施主体), where it is another
 * @param previousCaseNumber number of the instance before: the first instance of an appeal, the second of a remand
 * @param procedure ORDINARY or SIMPLIFIED, where the court said
 * @param retriedAs of a retrial: whether it is tried as FIRST or as SECOND instance (解释 Art. 50)
 * @param claimReceivedOn the day the court received the statement of claim
 * @param act what is known of the act sued, so far as the time for suing depends on it
 */
public record Filing(
        @NotNull(message = "不能为空 | Must be given") String caseNumber,
        @NotBlank(message = "不能为空 | Must be given") @Size(max = 100, message = "最多100字 | At most 100 characters")
                String court,
        @NotNull(message = "不能为空 | Must be given") Instance instance,
        @NotNull(message = "不能为空 | Must be given")
                @Pattern(regexp = "[0-9]{6}", message = "应为六位行政区划代码 | Must be a six-digit region code")
                String regionCode,
        @NotEmpty(message = "至少一名原告 | At least one plaintiff") @Size(max = 500, message = "最多500名 | At most 500")
                List<@Valid @NotNull(message = "不能为空 | Must be given") Party> plaintiffs,
        @NotNull(message = "不能为空 | Must be given") String defendantCode,
        String actorCode,
        @Size(max = 20, message = "最多20个 | At most 20") List<@NotNull String> coDefendantCodes,
        @NotNull(message = "不能为空 | Must be given") Domain domain,
        @NotNull(message = "不能为空 | Must be given") ActType actType,
        @NotNull(message = "不能为空 | Must be given") LocalDate filedOn,
        @Size(max = 100, message = "最多100字 | At most 100 characters") String reconsiderationCaseNumber,
        @Size(max = 100, message = "最多100字 | At most 100 characters") String previousCaseNumber,
        TrialProcedure procedure,
        Instance retriedAs,
        LocalDate claimReceivedOn,
        @Valid SuedAct act) {

    LitigationStep filed() {
        return LitigationStep.with(LitigationStepType.FILED, filedOn)
                .procedure(procedure)
                .retriedAs(retriedAs)
                .claimReceivedOn(claimReceivedOn)
                .act(act)
                .build();
    }

    String normalNumber() {
        return court("caseNumber", caseNumber);
    }

    String normalPrevious() {
        return previousCaseNumber == null ? null : court("previousCaseNumber", previousCaseNumber);
    }

    static String court(String field, String number) {
        return CourtCaseNumber.parse(number)
                .orElseThrow(() -> ProblemException.invalid(
                        field,
                        "不符合人民法院行政案件案号规则，例如 (2022)浙0702行初12号",
                        "Not a court's number of an administrative case, such as (2022)浙0702行初12号"));
    }
}
