package cn.disputes.cases.casefile;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import java.util.UUID;

/** The id of a case as it stands in a path. */
public final class CaseId {
    private CaseId() {}

    /** An id of another form is an id of no case. */
    public static UUID of(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(GeneralProblem.NOT_FOUND);
        }
    }
}
