package cn.disputes.cases.intake;

import cn.disputes.cases.agency.Agency;
import cn.disputes.cases.casefile.StepBody;
import java.util.List;

/** One row of a file as read: a case with the history its columns tell. */
public interface Wanted<B extends StepBody<B>> {
    /** By which the register knows the case. */
    String number();

    /** The agency it concerns, as the file knows it. */
    Agency agency();

    List<B> steps();

    /** Same content, same hash. */
    String hash();

    /** Whether what is recorded is known better than what the file says, though another file brought it. */
    default boolean yields(B recorded, B wanted) {
        return false;
    }
}
