package cn.disputes.conventions;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import jakarta.ws.rs.core.EntityTag;

/** Strong ETags made of the version, and the If-Match a change needs (RFC 9110). */
public final class Preconditions {
    private Preconditions() {}

    public static EntityTag etag(long version) {
        return new EntityTag("v" + version);
    }

    /** Refuses a change that names no version (428) or not the present one (412). */
    public static void ifMatch(String header, long version) {
        if (header == null || header.isBlank()) throw new ProblemException(GeneralProblem.PRECONDITION_REQUIRED);
        if (header.trim().equals("*")) return;
        for (var tag : header.split(",")) {
            if (tag.trim().equals("\"v" + version + "\"")) return;
        }
        throw new ProblemException(GeneralProblem.STALE_VERSION);
    }
}
