package cn.disputes.contract.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Body of every refusal, {@code application/problem+json} (RFC 9457).
 *
 * @param type {@code /problems/<code>}
 * @param title what kind of refusal, in the caller's language
 * @param detail what exactly, in the caller's language
 * @param violations the fields at fault, empty where no field is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, String code, List<Violation> violations) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One field at fault; {@code field} is a path such as {@code applicants[0].name}. */
    public record Violation(String field, String message) {}
}
