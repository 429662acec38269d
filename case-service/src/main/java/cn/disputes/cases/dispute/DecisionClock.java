package cn.disputes.cases.dispute;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What a suit asks of the reconsideration before it: whether the time for deciding passed in silence (行诉法 Art. 26, 45). */
public interface DecisionClock {
    /**
     * The last day for the decision, when it had passed undecided by a day (复议机关逾期不作决定): counted from the steps, for
     * silence accepts and an open suspension moves the end with every day; nothing while there was time.
     */
    Optional<LocalDate> ranOut(Handle h, UUID reconsideration, LocalDate by);
}
