package cn.disputes.cases.reconsideration;

import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the 2023 law demands of a case once accepted and its history does not show. */
final class ReconsiderationShortcomings {
    private static final int BY_AGREEMENT = 6;

    private final ReconsiderationFile file;
    private final ReconsiderationDeadlines deadlines;
    private final WorkingCalendar calendar;
    private final List<Shortcoming> found = new ArrayList<>();

    private ReconsiderationShortcomings(
            ReconsiderationFile file, ReconsiderationDeadlines deadlines, WorkingCalendar calendar) {
        this.file = file;
        this.deadlines = deadlines;
        this.calendar = calendar;
    }

    static List<Shortcoming> of(ReconsiderationFile file, WorkingCalendar calendar, LocalDate today) {
        var deadlines = new ReconsiderationDeadlines(file, calendar, today);
        return new ReconsiderationShortcomings(file, deadlines, calendar).all();
    }

    private List<Shortcoming> all() {
        if (file.acceptedOn == null) return found;
        if (deadlines.inDefault()) {
            var old = file.lawVersion == LawVersion.XZFY_2017;
            add(
                    "REPLY_MISSING",
                    old ? "28" : "70",
                    "被申请人逾期未答复，视为没有证据、依据",
                    "no reply in time: the act counts as without evidence");
        }
        decision();
        if (file.lawVersion == LawVersion.XZFY_2017) return found;
        procedure();
        file.hearings.forEach(this::hearing);
        return found;
    }

    private void procedure() {
        var decidedOrOpen = file.concludedOn == null || reviewed();
        if (file.procedure == Procedure.SIMPLIFIED && file.simplifiedGround == null) {
            add("SIMPLIFIED_GROUND_MISSING", "53", "未记明适用简易程序的情形", "why the procedure is simplified is not recorded");
        }
        if (decidedOrOpen && file.procedure == Procedure.ORDINARY && file.opinionsHeardOn == null) {
            add("OPINIONS_NOT_HEARD", "49", "未听取当事人意见", "the parties' opinions were not heard");
        }
        if (decidedOrOpen && file.features.contains(CaseFeature.COMPLEX) && !held()) {
            add("HEARING_NOT_HELD", "50", "重大、疑难、复杂案件未组织听证", "no hearing in a grave, difficult or complex case");
        }
        if (decidedOrOpen && !file.features.isEmpty() && file.committeeConsultedOn == null) {
            add("COMMITTEE_NOT_CONSULTED", "52", "未提请行政复议委员会咨询", "the committee was not consulted");
        }
        for (var suspension : file.suspensions) {
            if (suspension.ground() == BY_AGREEMENT && suspension.to() == null && failedSince(suspension)) {
                add(
                        "RESUMPTION_DUE",
                        "39",
                        "调解未成，中止的原因已经消除，应当及时恢复审理",
                        "mediation failed: the ground of the suspension is gone, the review is to be resumed");
            }
            if (suspension.ground() == BY_AGREEMENT && suspension.consent() == null) {
                add(
                        "CONSENT_NOT_RECORDED",
                        "39(6)",
                        "未记明双方同意中止",
                        "that both sides agree to the suspension is not recorded");
            }
        }
    }

    private boolean failedSince(ReconsiderationFile.Suspension suspension) {
        return file.mediationFailedOn != null && !file.mediating && !file.mediationFailedOn.isBefore(suspension.from());
    }

    private void hearing(Hearing hearing) {
        var term = ReconsiderationTerms.of(file.lawVersion, file.procedure)
                .hearingNotice
                .term();
        var day = hearing.day();
        if (hearing.notifiedOn() == null) {
            add("HEARING_NOT_NOTIFIED", "51", "听证前未书面通知当事人", "the parties were not notified of the hearing");
        } else if (day != null
                && hearing.notifiedOn().isAfter(term.before(day, calendar).end())) {
            add("HEARING_NOTICE_LATE", "51", "听证通知不足五个工作日", "less than five working days' notice of the hearing");
        }
        if (hearing.heldOn() == null) return;
        if (!hearing.panelComplete()) {
            add("HEARING_PANEL_NOT_RECORDED", "50", "未记明主持人和两名以上听证员", "a presider and two hearers are not recorded");
        }
        if (!hearing.headExcused()) {
            add("HEAD_ABSENT_UNEXPLAINED", "51", "被申请人负责人未参加听证且未说明理由", "the respondent's head stayed away unexplained");
        }
    }

    private void decision() {
        if (file.performance.redo
                && file.performance.redoWithinDays == null
                && file.lawVersion == LawVersion.XZFY_2023) {
            add("REDO_PERIOD_NOT_SET", "64", "责令重新作出未定期限", "no period is set for the new act");
        }
        if (file.outcome == ReconsiderationOutcome.ORDERED_TO_PERFORM && file.performance.performWithinDays == null) {
            var old = file.lawVersion == LawVersion.XZFY_2017;
            add("PERFORMANCE_PERIOD_NOT_SET", old ? "28" : "66", "责令履行未定期限", "no period is set for performance");
        }
    }

    private boolean held() {
        return file.hearings.stream().anyMatch(hearing -> hearing.heldOn() != null);
    }

    /** Decided on its merits: only then had the parties to be heard. */
    private boolean reviewed() {
        return file.outcome.compareTo(ReconsiderationOutcome.CLAIM_REJECTED) <= 0;
    }

    private void add(String code, String article, String zh, String en) {
        found.add(new Shortcoming(
                code, "Art. " + article + " " + file.lawVersion.wireName(), zh, en, file.concludedOn == null));
    }
}
