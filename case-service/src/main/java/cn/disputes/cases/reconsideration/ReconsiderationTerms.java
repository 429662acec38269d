package cn.disputes.cases.reconsideration;

import cn.disputes.cases.calendar.Term;
import cn.disputes.cases.casefile.ClockRule;

/**
 * The terms of the Reconsideration Law, old and new side by side. "Three, five, seven, ten days" are working days since
 * 2024 (Art. 88), "five, seven days" before (2017 Art. 40); every other number is calendar days.
 */
final class ReconsiderationTerms {
    private final LawVersion law;
    private final boolean simplified;

    ReconsiderationTerms(LawVersion law, Procedure procedure) {
        this.law = law;
        this.simplified = procedure == Procedure.SIMPLIFIED;
    }

    ClockRule correctionNotice() {
        var article = newLaw() ? article("31") : "实施条例 Art. 29";
        return rule(
                "CORR_NOTICE",
                "收到申请起五个工作日内一次性通知补正",
                "notice to correct, once, within five working days",
                article,
                Term.workingDays(5));
    }

    /** The old law knew no number of days, only a reasonable period. */
    ClockRule correction() {
        return rule(
                "CORR_SUBMIT",
                "收到通知起十个工作日内补正",
                "correction within ten working days",
                article("31"),
                Term.workingDays(10));
    }

    ClockRule review() {
        return rule(
                "ACCEPT",
                "五个工作日内审查，逾期视为受理",
                "review within five working days, else deemed accepted",
                article("30", "17"),
                Term.workingDays(5));
    }

    ClockRule serve() {
        var days = simplified ? 3 : 7;
        return rule(
                "SERVE",
                "受理之日起" + days + "个工作日内发送申请书副本",
                "copy to the respondent within " + days + " working days",
                article(simplified ? "54" : "48", "23"),
                Term.workingDays(days));
    }

    /** Ten working days since 2024; ten calendar days before, because the old Art. 40 lists only five and seven. */
    ClockRule reply() {
        if (!newLaw()) {
            return rule("REPLY", "收到副本起十日内答复", "reply within ten calendar days", article("23"), Term.days(10));
        }
        var days = simplified ? 5 : 10;
        return rule(
                "REPLY",
                "收到副本起" + days + "个工作日内答复",
                "reply within " + days + " working days",
                article(simplified ? "54" : "48"),
                Term.workingDays(days));
    }

    /** A case converted to the ordinary procedure counts its sixty days from acceptance. */
    ClockRule decide() {
        var days = simplified ? 30 : 60;
        return rule(
                "DECIDE",
                "受理之日起" + days + "日内作出决定",
                "decision within " + days + " days of acceptance",
                article("62", "31"),
                Term.days(days));
    }

    ClockRule suspension() {
        var article = newLaw() ? article("41") : "实施条例 Art. 42";
        return rule(
                "SUSP_END",
                "中止满六十日原因未消除的，终止",
                "suspended for sixty days with its cause persisting: terminated",
                article,
                Term.days(60));
    }

    ClockRule sue() {
        return rule("SUE", "收到复议决定起十五日内起诉", "suit within fifteen days of the decision", "行诉法 Art. 45", Term.days(15));
    }

    private static ClockRule rule(String code, String zh, String en, String article, Term term) {
        return new ClockRule(code, zh, en, article, term);
    }

    private boolean newLaw() {
        return law == LawVersion.XZFY_2023;
    }

    private String article(String number) {
        return "Art. " + number + " " + law.wireName();
    }

    private String article(String since2024, String before) {
        return article(newLaw() ? since2024 : before);
    }
}
