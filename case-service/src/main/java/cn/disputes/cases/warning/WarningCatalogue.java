package cn.disputes.cases.warning;

import static cn.disputes.cases.warning.Addressee.ADDRESSED_AGENCY;
import static cn.disputes.cases.warning.Addressee.AGENCY_HEAD;
import static cn.disputes.cases.warning.Addressee.CLERK;
import static cn.disputes.cases.warning.Addressee.DEFENDANT_AGENCY;
import static cn.disputes.cases.warning.Addressee.EVERYONE;
import static cn.disputes.cases.warning.Addressee.INSTITUTION;
import static cn.disputes.cases.warning.Addressee.LEADERSHIP;
import static cn.disputes.cases.warning.Addressee.RESPONDENT;
import static cn.disputes.cases.warning.Trigger.atStart;
import static cn.disputes.cases.warning.Trigger.daysAfter;
import static cn.disputes.cases.warning.Trigger.daysBefore;
import static cn.disputes.cases.warning.Trigger.daysSuspended;
import static cn.disputes.cases.warning.Trigger.workingDaysBefore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every warning there is: on which clock it hangs, whom it is for, when it falls due, and what it says. */
final class WarningCatalogue {
    static final String RECONSIDERATIONS = "reconsiderations";
    static final String LITIGATIONS = "litigations";
    static final String DOCUMENTS = "supervision-documents";
    static final String CALENDAR = "calendar";

    static final List<Prompt> ALL = all();
    static final Map<String, Prompt> BY_CODE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Prompt::code, Function.identity()));

    private WarningCatalogue() {}

    private static List<Prompt> all() {
        var all = new ArrayList<Prompt>();
        review(all);
        reply(all);
        decide(all);
        suspension(all);
        after(all);
        suit(all);
        document(all);
        all.add(new Prompt(
                "NEXT_YEAR_CALENDAR", CALENDAR, "CALENDAR", "CALENDAR", EVERYONE, atStart(), "第八十八条 / Art. 88",
                "明年的放假安排尚未录入，跨年期限均为暂定", "next year's holidays are not loaded; every term that crosses the year is provisional"));
        return List.copyOf(all);
    }

    private static Prompt of(
            String code, String kind, String clock, Addressee to, Trigger when, String article, String zh, String en) {
        return new Prompt(code, kind, clock, clock + " " + to, to, when, article, zh, en);
    }

    private static void review(List<Prompt> all) {
        all.add(of("REVIEW_DAY_3", RECONSIDERATIONS, "ACCEPT", CLERK, workingDaysBefore(2), "第三十条 / Art. 30",
                "受理审查已到第三个工作日", "third working day of the review"));
        all.add(of("DEEMED_ACCEPTANCE_TOMORROW", RECONSIDERATIONS, "ACCEPT", CLERK, workingDaysBefore(1),
                "第三十条 / Art. 30", "审查期限明日届满，届满未作决定即视为受理",
                "the review ends tomorrow; without a decision the application counts as accepted"));
    }

    private static void reply(List<Prompt> all) {
        all.add(of("COPY_SERVED", RECONSIDERATIONS, "REPLY", RESPONDENT, atStart(), "第四十八条 / Art. 48",
                "复议申请书副本已送达，请按期提出书面答复并提交证据", "the application was served; reply in writing with the evidence in time"));
        all.add(of("REPLY_DUE_5", RECONSIDERATIONS, "REPLY", RESPONDENT, workingDaysBefore(5), "第四十八条 / Art. 48",
                "答复期限还有五个工作日", "five working days left to reply"));
        all.add(of("REPLY_DUE_2", RECONSIDERATIONS, "REPLY", RESPONDENT, workingDaysBefore(2), "第四十八条 / Art. 48",
                "答复期限还有两个工作日", "two working days left to reply"));
        all.add(of("REPLY_LAST_DAY", RECONSIDERATIONS, "REPLY", RESPONDENT, workingDaysBefore(0), "第七十条 / Art. 70",
                "今日为答复期限最后一日，逾期视为该行政行为没有证据、依据",
                "last day to reply; afterwards the act counts as without evidence and basis"));
    }

    private static void decide(List<Prompt> all) {
        for (var days : new int[] {15, 7, 3}) {
            all.add(of("DECIDE_DUE_" + days, RECONSIDERATIONS, "DECIDE", INSTITUTION, daysBefore(days),
                    "第六十二条 / Art. 62", "距审理期限届满还有" + days + "日", days + " days left to decide"));
        }
        all.add(new Prompt("EXTEND_BEFORE_DUE", RECONSIDERATIONS, "DECIDE", "EXTENSION", INSTITUTION, daysBefore(7),
                "第六十二条 / Art. 62", "如需延期，须在期限届满前经批准", "an extension must be approved before the term ends"));
        all.add(of("DECISION_OVERDUE", RECONSIDERATIONS, "DECIDE", LEADERSHIP, daysAfter(1), "第六十二条 / Art. 62",
                "审理期限已届满，尚未作出决定", "the term to decide has passed without a decision"));
    }

    private static void suspension(List<Prompt> all) {
        all.add(new Prompt("SUSPENDED_OVER_30_DAYS", RECONSIDERATIONS, "DECIDE", "SUSPENSION", INSTITUTION,
                daysSuspended(31), "第三十九条 / Art. 39", "中止已超过三十日，请核查中止原因是否消除",
                "suspended for more than thirty days; see whether its ground still holds"));
        for (var days : new int[] {15, 7, 3}) {
            all.add(of("SUSPENSION_ENDS_" + days, RECONSIDERATIONS, "SUSP_END", INSTITUTION, daysBefore(days),
                    "第四十一条 / Art. 41", "中止满六十日即应终止，还有" + days + "日",
                    "after sixty days of suspension the case is to be terminated; " + days + " days left"));
        }
    }

    private static void after(List<Prompt> all) {
        for (var to : List.of(INSTITUTION, RESPONDENT)) {
            all.add(of("DECISION_SERVED_" + to, RECONSIDERATIONS, "SUE", to, atStart(), "行诉法第四十五条 / Art. 45",
                    "决定书已送达，申请人十五日内可以起诉", "the decision was served; a suit may be filed within fifteen days"));
            all.add(of("SUIT_WINDOW_ENDS_" + to, RECONSIDERATIONS, "SUE", to, daysBefore(0), "行诉法第四十五条 / Art. 45",
                    "起诉期限今日届满", "the time to sue ends today"));
        }
        for (var clock : List.of("PERFORM", "PERFORM_ORDER", "REDO")) {
            var article = clock.equals("REDO") ? "第六十四条 / Art. 64" : "第七十七条 / Art. 77";
            for (var days : new int[] {15, 7}) {
                all.add(of(clock + "_DUE_" + days, RECONSIDERATIONS, clock, RESPONDENT, daysBefore(days), article,
                        "履行期限还有" + days + "日", days + " days left to perform"));
            }
            all.add(of(clock + "_OVERDUE", RECONSIDERATIONS, clock, RESPONDENT, daysAfter(1), article,
                    "履行期限已届满，将责令限期履行、约谈或者通报批评", "the time to perform has passed; an order, a talk or a notice of criticism follows"));
        }
    }

    private static void suit(List<Prompt> all) {
        all.add(of("SUIT_RECEIVED", LITIGATIONS, "DEFENCE", DEFENDANT_AGENCY, atStart(), "行诉法第六十七条 / Art. 67",
                "起诉状副本已送达，十五日内提交答辩状、证据和依据", "the suit was served; defence, evidence and legal basis within fifteen days"));
        for (var days : new int[] {7, 3, 1}) {
            all.add(of("DEFENCE_DUE_" + days, LITIGATIONS, "DEFENCE", DEFENDANT_AGENCY, daysBefore(days),
                    "行诉法第三十四条、第六十七条 / Art. 34, 67", "举证、答辩期限还有" + days + "日",
                    days + " days left for defence and evidence"));
        }
        all.add(of("NAME_THE_ATTENDING_HEAD", LITIGATIONS, "HEARING", AGENCY_HEAD, atStart(),
                "法释〔2020〕3号 / Fa Shi 2020 No. 3", "已定开庭日期，请确定出庭应诉的负责人", "the hearing is fixed; name the head who attends"));
        all.add(of("HEARING_IDENTITY_PROOF", LITIGATIONS, "HEARING", AGENCY_HEAD, daysBefore(3),
                "法释〔2020〕3号 / Fa Shi 2020 No. 3", "请准备出庭负责人身份证明", "prepare the proof of the attending head's identity"));
        all.add(of("HEARING_TOMORROW", LITIGATIONS, "HEARING", AGENCY_HEAD, daysBefore(1),
                "法释〔2020〕3号 / Fa Shi 2020 No. 3", "明日开庭；负责人不能出庭的，须提交正当理由的证明",
                "the hearing is tomorrow; an absent head needs proof of a justified reason"));
        all.add(of("APPEAL_WINDOW_OPEN", LITIGATIONS, "APPEAL", DEFENDANT_AGENCY, atStart(), "行诉法第八十五条 / Art. 85",
                "裁判已送达，请研究是否上诉", "the judgment was served; consider an appeal"));
        for (var days : new int[] {7, 3}) {
            all.add(of("APPEAL_DUE_" + days, LITIGATIONS, "APPEAL", DEFENDANT_AGENCY, daysBefore(days),
                    "行诉法第八十五条 / Art. 85", "上诉期限还有" + days + "日", days + " days left to appeal"));
        }
    }

    private static void document(List<Prompt> all) {
        for (var days : new int[] {15, 7}) {
            all.add(of("REPORT_DUE_" + days, DOCUMENTS, "OPINION", ADDRESSED_AGENCY, daysBefore(days),
                    "第七十六条 / Art. 76", "反馈期限还有" + days + "日", days + " days left to report"));
        }
        all.add(of("REPORT_OVERDUE", DOCUMENTS, "OPINION", ADDRESSED_AGENCY, daysAfter(1), "第七十六条 / Art. 76",
                "反馈期限已届满，尚未报告整改情况", "the time to report the rectification has passed"));
    }
}
