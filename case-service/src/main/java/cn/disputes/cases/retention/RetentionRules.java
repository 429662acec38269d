package cn.disputes.cases.retention;

import java.time.LocalDate;

/** How long a case file is kept (PIPL Art. 19, 47): a number of years after the last of its proceedings has ended. */
final class RetentionRules {
    private RetentionRules() {}

    /** Last day on which everything is kept. */
    static LocalDate keptUntil(LocalDate ended, int years) {
        return ended.plusYears(years);
    }
}
