package cn.disputes.cases.casefile;

import cn.disputes.cases.identifier.CreditCode;
import cn.disputes.cases.identifier.ResidentId;
import cn.disputes.contract.events.EventJson;
import cn.disputes.contract.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * An applicant (申请人) or plaintiff (原告).
 *
 * @param idNumber resident id (GB 11643) of a person, credit code (GB 32100) of an organisation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Party(
        @NotNull(message = "不能为空 | Must be given") Kind kind,
        @NotBlank(message = "不能为空 | Must be given") @Size(max = 100, message = "最多100字 | At most 100 characters")
                String name,
        String idNumber,
        @Size(max = 30, message = "最多30字 | At most 30 characters") String phone,
        @Size(max = 200, message = "最多200字 | At most 200 characters") String address) {
    /** Kind of party. */
    public enum Kind {
        NATURAL_PERSON,
        LEGAL_PERSON,
        OTHER_ORGANISATION
    }

    /** Refuses a number whose check digit is wrong. */
    public void check(String field) {
        if (idNumber == null) return;
        var right = kind == Kind.NATURAL_PERSON ? ResidentId.valid(idNumber) : CreditCode.valid(idNumber);
        if (!right) {
            throw ProblemException.invalid(
                    field + ".idNumber",
                    kind == Kind.NATURAL_PERSON ? "公民身份号码校验不通过（GB 11643）" : "统一社会信用代码校验不通过（GB 32100）",
                    "The check digit is wrong (" + (kind == Kind.NATURAL_PERSON ? "GB 11643)" : "GB 32100)"));
        }
    }

    /** The parties as a case row keeps them. */
    public static List<Party> list(String json) {
        try {
            return List.of(EventJson.MAPPER.readValue(json, Party[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("parties unreadable", e);
        }
    }

    /** For eyes that need not know: 张*, 330702********1234, 138****1234, no address. */
    public Party masked() {
        return new Party(
                kind, kind == Kind.NATURAL_PERSON ? maskName() : name, mask(idNumber, 6, 4), mask(phone, 3, 4), null);
    }

    private String maskName() {
        return name.substring(0, name.offsetByCodePoints(0, 1)) + "*";
    }

    private static String mask(String text, int head, int tail) {
        if (text == null) return null;
        if (text.length() <= head + tail) return "*".repeat(text.length());
        return text.substring(0, head) + "*".repeat(text.length() - head - tail) + text.substring(text.length() - tail);
    }
}
