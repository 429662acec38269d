package cn.disputes.cases.litigation;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What the law says of the case as it stands: a consequence, a gap, a contradiction. It refuses nothing.
 *
 * @param code a stable name, e.g. LATE_EVIDENCE
 * @param article where it comes from
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Hint(String code, String article, String zh, String en) {}
