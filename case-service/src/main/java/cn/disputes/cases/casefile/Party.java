package cn.disputes.cases.casefile;

import cn.disputes.cases.identifier.CreditCode;
import cn.disputes.cases.identifier.ResidentId;
import cn.disputes.contract.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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
    /** Province, city and county as they begin an address; a 小区 is no district. */
    private static final Pattern DISTRICT =
            Pattern.compile("([^省市区县旗小]{1,6}(省|自治区))?([^省市区县旗小]{1,8}(市|州|盟))?([^省市区县旗小]{1,8}(市|区|县|旗))?");

    /** Kind of party. */
    @Schema(name = "PartyKind")
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

    /** How many of them are no natural persons. */
    public static int organisations(List<Party> parties) {
        return (int) parties.stream().filter(p -> p.kind != Kind.NATURAL_PERSON).count();
    }

    /** For eyes that need not know: 张*, 330702********1234, 138****1234, the address to its district. */
    public Party masked() {
        return new Party(
                kind,
                kind == Kind.NATURAL_PERSON ? maskName() : name,
                mask(idNumber, 6, 4),
                mask(phone, 3, 4),
                district(address));
    }

    private static String district(String address) {
        if (address == null) return null;
        var known = DISTRICT.matcher(address.strip());
        return (known.lookingAt() ? known.group() : "") + "***";
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
