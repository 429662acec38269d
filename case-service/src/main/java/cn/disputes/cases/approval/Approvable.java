package cn.disputes.cases.approval;

import org.jdbi.v3.core.Handle;

/** What a kind of case does when a step of it has been approved. */
public interface Approvable {
    /** The {@link Approval#kind()} it answers for. */
    String kind();

    /** Locks the case before the proposal is locked: whoever records a step takes the same order. */
    void lock(Handle h, Approval waiting);

    /**
     * Records the step on behalf of the officer who proposed it.
     *
     * @throws cn.disputes.contract.problem.ProblemException the step can no longer be taken
     */
    void apply(Handle h, Approval approved);
}
