package cn.disputes.cases.reconsideration;

import cn.disputes.cases.calendar.Term;
import cn.disputes.cases.casefile.ClockRule;

/**
 * The terms of the Reconsideration Law, old and new side by side, as data: what one law does not know is null. "Three,
 * five, seven, ten days" are working days since 2024 (Art. 88), "five, seven days" before (2017 Art. 40); every other
 * number is calendar days.
 */
final class ReconsiderationTerms {
    private static final String REGULATION = "实施条例 Art. ";
    private static final ReconsiderationTerms OLD = new ReconsiderationTerms(LawVersion.XZFY_2017, false);
    private static final ReconsiderationTerms ORDINARY = new ReconsiderationTerms(LawVersion.XZFY_2023, false);
    private static final ReconsiderationTerms SIMPLIFIED = new ReconsiderationTerms(LawVersion.XZFY_2023, true);

    private final LawVersion law;
    final ClockRule apply;

    /** Only since 2024: whoever was not told of the right has at most a year from knowing the act. */
    final ClockRule applyUntold;

    /** Only since 2024: five years from the act, twenty for real estate. */
    final ClockRule applyEver;

    final ClockRule applyEverRealEstate;
    final ClockRule relay;
    final ClockRule correctionNotice;
    final ClockRule review;
    final ClockRule serve;
    final ClockRule reply;
    final ClockRule hearingNotice;
    final ClockRule documentOwn;
    final ClockRule documentForward;
    final ClockRule documentAsk;
    final ClockRule documentAnswer;
    final ClockRule documentReturn;
    final ClockRule decide;
    final ClockRule suspension;
    final ClockRule sue;
    final ClockRule enforce;
    private final ClockRule correction;

    static ReconsiderationTerms of(LawVersion law, Procedure procedure) {
        if (law == LawVersion.XZFY_2017) return OLD;
        return procedure == Procedure.SIMPLIFIED ? SIMPLIFIED : ORDINARY;
    }

    private ReconsiderationTerms(LawVersion law, boolean simplified) {
        this.law = law;
        var known = newLaw() ? "知道或者应当知道行政行为之日" : "知道具体行政行为之日";
        apply = days("APPLY", 60, known + "起六十日内申请", "application within sixty days of knowing the act", "20", "9");
        applyUntold = since2024(rule(
                "APPLY",
                "未告知申请权利的，知道行政行为内容之日起最长一年",
                "when the right was not told: at most one year from knowing the act",
                article("20"),
                Term.months(12)));
        applyEver = since2024(rule(
                "APPLY",
                "行政行为作出之日起超过五年的不予受理",
                "not later than five years after the act",
                article("21"),
                Term.months(60)));
        applyEverRealEstate = since2024(rule(
                "APPLY",
                "因不动产申请的，行政行为作出之日起超过二十年的不予受理",
                "real estate: not later than twenty years after the act",
                article("21"),
                Term.months(240)));
        relay = since2024(
                working("RELAY", 5, "五个工作日内转送行政复议机关", "relayed by the agency within five working days", "32"));
        correctionNotice = rule(
                "CORR_NOTICE",
                "收到申请起五个工作日内一次性通知补正",
                "notice to correct, once, within five working days",
                article("31", REGULATION + "29"),
                Term.workingDays(5));
        correction = working("CORR_SUBMIT", 10, "收到通知起十个工作日内补正", "correction within ten working days", "31");
        review = working(
                "ACCEPT", 5, "五个工作日内审查，逾期视为受理", "review within five working days, else deemed accepted", "30", "17");
        serve = simplified
                ? working("SERVE", 3, "受理之日起三个工作日内发送申请书副本", "copy to the respondent within three working days", "54")
                : working(
                        "SERVE",
                        7,
                        "受理之日起七个工作日内发送申请书副本",
                        "copy to the respondent within seven working days",
                        "48",
                        "23");
        reply = reply(simplified);
        hearingNotice = since2024(working(
                "HEAR_NOTICE", 5, "听证五个工作日前通知当事人", "notice at least five working days before the hearing", "51"));
        documentOwn = days("DOC_OWN", 30, "有权处理的，三十日内依法处理", "dealt with within thirty days", "56", "26");
        documentForward = working("DOC_FWD", 7, "无权处理的，七个工作日内转送", "forwarded within seven working days", "56", "26");
        documentAsk = since2024(working(
                "DOC_ASK",
                3,
                "中止之日起三个工作日内通知制定机关答复",
                "the maker asked within three working days of the suspension",
                "58"));
        documentAnswer = since2024(
                working("DOC_ANS", 10, "制定机关收到通知起十个工作日内答复", "the maker answers within ten working days", "58"));
        documentReturn = days("DOC_RET", 60, "接受转送的机关六十日内回复", "answer returned within sixty days", "60", "26");
        decide = simplified
                ? days("DECIDE", 30, "受理之日起三十日内作出决定", "decision within thirty days of acceptance", "62", "31")
                : days("DECIDE", 60, "受理之日起六十日内作出决定", "decision within sixty days of acceptance", "62", "31");
        suspension = days(
                "SUSP_END",
                60,
                "中止满六十日原因未消除的，终止",
                "suspended for sixty days with its cause persisting: terminated",
                "41",
                REGULATION + "42");
        sue = rule("SUE", "收到复议决定起十五日内起诉", "suit within fifteen days of the decision", "行诉法 Art. 45", Term.days(15));
        enforce = rule(
                "ENFORCE",
                "起诉期限届满之日起三个月内申请法院强制执行",
                "enforcement asked of the court within three months of the end of the time to sue",
                "解释 Art. 156",
                Term.months(3));
    }

    /** Ten working days since 2024; ten calendar days before, because the old Art. 40 lists only five and seven. */
    private ClockRule reply(boolean simplified) {
        if (!newLaw()) return days("REPLY", 10, "收到副本起十日内答复", "reply within ten calendar days", "48", "23");
        return simplified
                ? working("REPLY", 5, "收到副本起五个工作日内答复", "reply within five working days", "54")
                : working("REPLY", 10, "收到副本起十个工作日内答复", "reply within ten working days", "48");
    }

    /** The old law knew only the reasonable period that the notice states; null when it states none. */
    ClockRule correction(Integer stated) {
        if (newLaw()) return correction;
        if (stated == null) return null;
        return rule(
                "CORR_SUBMIT",
                "补正通知载明的期限：" + stated + "日",
                "the period stated in the notice: " + stated + " days",
                REGULATION + "29",
                Term.days(stated));
    }

    /** The period the decision sets, else sixty days under the old regulation, else none. */
    ClockRule redo(Integer set) {
        if (set == null && newLaw()) return null;
        var days = set == null ? 60 : set;
        return rule(
                "REDO",
                "决定生效之日起" + days + "日内重新作出行政行为",
                "the act made anew within " + days + " days of effect",
                article("64", REGULATION + "49"),
                Term.days(days));
    }

    ClockRule perform(int days) {
        return rule(
                "PERFORM",
                "决定书、调解书生效之日起" + days + "日内履行",
                "performed within " + days + " days of effect",
                article("77", "32"),
                Term.days(days));
    }

    ClockRule performOrdered(int days) {
        return rule(
                "PERFORM_ORDER",
                "责令之日起" + days + "日内履行",
                "performed within " + days + " days of the order",
                article("77", "32"),
                Term.days(days));
    }

    private ClockRule working(String code, int days, String zh, String en, String... articles) {
        return rule(code, zh, en, article(articles[0], articles[articles.length - 1]), Term.workingDays(days));
    }

    private ClockRule days(String code, int days, String zh, String en, String since2024, String before) {
        return rule(code, zh, en, article(since2024, before), Term.days(days));
    }

    private static ClockRule rule(String code, String zh, String en, String article, Term term) {
        return new ClockRule(code, zh, en, article, term);
    }

    private ClockRule since2024(ClockRule rule) {
        return newLaw() ? rule : null;
    }

    private boolean newLaw() {
        return law == LawVersion.XZFY_2023;
    }

    private String article(String number) {
        return number.startsWith(REGULATION) ? number : "Art. " + number + " " + law.wireName();
    }

    private String article(String since2024, String before) {
        return article(newLaw() ? since2024 : before);
    }
}
