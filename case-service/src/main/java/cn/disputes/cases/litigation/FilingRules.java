package cn.disputes.cases.litigation;

import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.problem.ProblemException;
import java.time.LocalDate;

/** What a filing may say. A suit filed too late is recorded; only what cannot be is refused. */
final class FilingRules {
    private FilingRules() {}

    static void check(Instance instance, LitigationStep filed) {
        if (filed.procedure() == TrialProcedure.SIMPLIFIED && instance != Instance.FIRST) {
            throw ProblemException.invalid(
                    "procedure",
                    "只有第一审可以适用简易程序（行诉法第八十二条）",
                    "Only a first instance takes the simplified procedure (Art. 82)");
        }
        if (filed.retriedAs() != null && (instance != Instance.RETRIAL || filed.retriedAs() == Instance.RETRIAL)) {
            throw ProblemException.invalid(
                    "retriedAs", "仅用于再审，应为 FIRST 或者 SECOND（解释第五十条）", "Only of a retrial: FIRST or SECOND (解释 Art. 50)");
        }
        notAfter("claimReceivedOn", filed.claimReceivedOn(), filed.on());
        if (filed.act() != null) act(filed.act(), filed.on());
    }

    private static void act(SuedAct act, LocalDate filedOn) {
        notAfter("act.madeOn", act.madeOn(), filedOn);
        notAfter("act.knownOn", act.knownOn(), filedOn);
        notAfter("act.termKnownOn", act.termKnownOn(), filedOn);
        notAfter("act.dutyRequestedOn", act.dutyRequestedOn(), filedOn);
        notBefore("act.knownOn", act.knownOn(), act.madeOn());
        notBefore("act.termKnownOn", act.termKnownOn(), act.knownOn());
        notBefore("act.dutyDueOn", act.dutyDueOn(), act.dutyRequestedOn());
    }

    /** A suit is not its own earlier instance. */
    static void previous(String caseNumber, String previousCaseNumber) {
        if (caseNumber.equals(previousCaseNumber)) {
            throw ProblemException.invalid("previousCaseNumber", "不能是本案案号", "Must not be the case's own number");
        }
    }

    private static void notAfter(String field, LocalDate day, LocalDate filedOn) {
        if (day != null && day.isAfter(filedOn)) {
            throw ProblemException.invalid(field, "不能晚于立案日期 " + filedOn, "Must not be after the filing, " + filedOn);
        }
    }

    private static void notBefore(String field, LocalDate day, LocalDate earlier) {
        if (day != null && earlier != null && day.isBefore(earlier)) {
            throw ProblemException.invalid(field, "不能早于 " + earlier, "Must not be before " + earlier);
        }
    }
}
