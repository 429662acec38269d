package cn.disputes.cases.litigation;

import cn.disputes.contract.problem.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;

/** When a period may be left out of the time of trial (解释 Art. 50). */
final class ExcludedPeriodRules {
    private ExcludedPeriodRules() {}

    static void check(LitigationFile file, LitigationStep step) {
        if (step.period() == null) {
            var known = Arrays.toString(UncountedPeriod.values());
            throw ProblemException.invalid("ground", "应为下列之一：" + known, "Must be one of " + known);
        }
        if (step.from() == null) throw ProblemException.invalid("from", "不能为空", "Must be given");
        if (step.from().isBefore(file.filedOn)) {
            throw ProblemException.invalid(
                    "from", "不能早于立案日期 " + file.filedOn, "Must not be before the filing, " + file.filedOn);
        }
        if (until(step).isBefore(step.from())) {
            throw ProblemException.invalid("to", "不能早于起始日", "Must not be before the first day");
        }
    }

    /** The day on which counting goes on. */
    static LocalDate until(LitigationStep step) {
        if (step.to() == null) return step.on();
        try {
            return LocalDate.parse(step.to());
        } catch (DateTimeException e) {
            throw ProblemException.invalid("to", "不是真实存在的日期 yyyy-MM-dd", "Not a date that exists, yyyy-MM-dd");
        }
    }
}
