package cn.disputes.cases.supervision;

import cn.disputes.contract.codes.SupervisionKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A supervision document as it is issued.
 *
 * @param caseNumber the case it came from
 * @param caseNumbers further cases of the same kind it came from (以案治本)
 * @param rootCause what lies behind them, in words that name no person
 */
public record Issue(
        @NotBlank(message = "不能为空 | Must be given") @Size(max = 100, message = "最多100字 | At most 100 characters")
                String documentNumber,
        @NotNull(message = "不能为空 | Must be given") SupervisionKind kind,
        @NotNull(message = "不能为空 | Must be given")
                @Pattern(regexp = "[0-9]{6}", message = "应为六位行政区划代码 | Must be a six-digit region code")
                String regionCode,
        @NotNull(message = "不能为空 | Must be given") String issuedToCode,
        @NotNull(message = "不能为空 | Must be given") LocalDate issuedOn,
        @Size(max = 100, message = "最多100字 | At most 100 characters") String caseNumber,
        @Size(max = 100, message = "最多100个 | At most 100")
                List<
                                @NotBlank(message = "不能为空 | Must be given")
                                @Size(max = 100, message = "最多100字 | At most 100 characters") String>
                        caseNumbers,
        IssueCategory category,
        @Size(max = 2000, message = "最多2000字 | At most 2000 characters") String rootCause) {

    /** Every case it came from, each once, the leading one first. */
    List<String> allCases() {
        var all = new LinkedHashSet<String>();
        if (caseNumber != null) all.add(caseNumber);
        if (caseNumbers != null) all.addAll(caseNumbers);
        return List.copyOf(all);
    }
}
