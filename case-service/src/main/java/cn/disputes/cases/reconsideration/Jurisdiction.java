package cn.disputes.cases.reconsideration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Who is competent for a case (管辖), derived from what the agency register knows of the respondent. A hint for the
 * officer: the register may know too little, so nothing is refused for it.
 *
 * @param here whether the authority that received it is among them
 * @param certain false when the respondent's level or kind is not registered and was assumed
 * @param reconsiderationFirst the applicant must apply before suing, as far as the kind of act tells (Art. 23); null when
 *     it does not tell
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Jurisdiction(
        List<Authority> competent,
        boolean here,
        boolean certain,
        String article,
        String zh,
        String en,
        First reconsiderationFirst) {
    /** Government of a region, or the department above the respondent (then {@code regionCode} is that department's). */
    public record Authority(Kind kind, String regionCode, String zh, String en) {}

    public enum Kind {
        GOVERNMENT,
        SUPERIOR_DEPARTMENT,
        SUPERIOR_JUSTICE_DEPARTMENT
    }

    /** Reconsideration before suit (复议前置). */
    public record First(String article, String zh, String en) {}
}
