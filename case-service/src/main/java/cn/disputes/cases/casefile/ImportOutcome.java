package cn.disputes.cases.casefile;

import cn.disputes.contract.problem.ProblemException;

/** What became of one row of an import; {@code refusal} only when REJECTED. */
public record ImportOutcome(Result result, ProblemException refusal) {
    public enum Result {
        CREATED,
        UPDATED,
        UNCHANGED,
        REJECTED
    }

    public static ImportOutcome of(Result result) {
        return new ImportOutcome(result, null);
    }

    public static ImportOutcome rejected(ProblemException refusal) {
        return new ImportOutcome(Result.REJECTED, refusal);
    }
}
