package cn.disputes.cases.worklist;

import static cn.disputes.cases.worklist.WorkSource.APPROVALS;
import static cn.disputes.cases.worklist.WorkSource.JUDGMENTS;
import static cn.disputes.cases.worklist.WorkSource.LITIGATIONS;
import static cn.disputes.cases.worklist.WorkSource.RECONSIDERATIONS;
import static cn.disputes.cases.worklist.WorkSource.SUPERVISION_DOCUMENTS;

import cn.disputes.contract.codes.Code;

/** The queues of an office: what stands in each, by the columns the steps fold to, and by which day it is urgent. */
public enum WorkQueue implements Code {
    TO_REVIEW("待审查", "to review", RECONSIDERATIONS, "status = 'RECEIVED'"),
    IN_CORRECTION("补正中", "in correction", RECONSIDERATIONS, "status = 'IN_CORRECTION'"),
    REPLY_DUE(
            "待答复",
            "reply due",
            RECONSIDERATIONS,
            "status = 'ACCEPTED' AND copy_served_on IS NOT NULL AND replied_on IS NULL",
            "coalesce(reply_due_on, received_on)"),
    DUE_IN_20_DAYS(
            "二十日内到期",
            "due in 20 days",
            RECONSIDERATIONS,
            "status = 'ACCEPTED' AND decide_due_on BETWEEN :today AND CAST(:today AS date) + 20"),
    DUE_IN_10_DAYS(
            "十日内到期",
            "due in 10 days",
            RECONSIDERATIONS,
            "status = 'ACCEPTED' AND decide_due_on BETWEEN :today AND CAST(:today AS date) + 10"),
    OVERDUE(
            "已超期",
            "overdue",
            RECONSIDERATIONS,
            "(status = 'ACCEPTED' AND decide_due_on < :today OR status = 'RECEIVED' AND review_due_on < :today)"),
    /** The hearing (听证) was announced for a day within the next seven. */
    HEARING_SOON(
            "七日内听证",
            "hearing within 7 days",
            RECONSIDERATIONS,
            "status = 'ACCEPTED' AND hearing_on BETWEEN :today AND CAST(:today AS date) + 7",
            "hearing_on"),
    SUSPENDED("中止", "suspended", RECONSIDERATIONS, "status = 'SUSPENDED'"),
    /** Cases of which a step waits, whoever proposed it. */
    AWAITING_APPROVAL(
            "待审批",
            "awaiting approval",
            RECONSIDERATIONS,
            // as a truth value it is a look-up for each case in order of urgency, not a join of all that waits
            "(id IN (SELECT case_id FROM approval WHERE status = 'PENDING')) IS TRUE"),
    UNASSIGNED("待分案", "unassigned", RECONSIDERATIONS, "assigned_to IS NULL"),

    DEFENCE_DUE(
            "待答辩",
            "defence due",
            LITIGATIONS,
            "status = 'SERVED' AND defence_filed_on IS NULL AND defence_due_on >= :today"),
    DEFENCE_OVERDUE(
            "答辩逾期",
            "defence overdue",
            LITIGATIONS,
            "status = 'SERVED' AND defence_filed_on IS NULL AND defence_due_on < :today"),
    /** The court hears the case (开庭) within the next seven days. */
    SUIT_HEARING_SOON(
            "七日内开庭",
            "suit heard within 7 days",
            LITIGATIONS,
            "hearing_on BETWEEN :today AND CAST(:today AS date) + 7",
            "hearing_on"),
    /** Of those the suits for which no head is named yet who will attend (法释〔2020〕3号). */
    HEAD_TO_NAME(
            "七日内开庭、出庭负责人待定",
            "suit heard within 7 days, the attending head to be named",
            LITIGATIONS,
            "head_to_name AND hearing_on BETWEEN :today AND CAST(:today AS date) + 7",
            "hearing_on"),
    /** The judgment or ruling was served, an appeal lies and its term runs (Art. 85); whoever may want to appeal. */
    TO_APPEAL("上诉期内", "appeal window open (Art. 85)", JUDGMENTS, "TRUE"),
    SUIT_SUSPENDED("诉讼中止", "suit suspended", LITIGATIONS, "status = 'SUSPENDED'"),
    SUIT_UNASSIGNED("应诉待分案", "suit unassigned", LITIGATIONS, "assigned_to IS NULL"),

    REPORT_DUE("待反馈", "report due (Art. 76)", SUPERVISION_DOCUMENTS, "status = 'ISSUED' AND report_due_on >= :today"),
    REPORT_OVERDUE(
            "反馈逾期", "report overdue (Art. 76)", SUPERVISION_DOCUMENTS, "status = 'ISSUED' AND report_due_on < :today"),
    TO_RECTIFY("待整改", "reported, not yet rectified", SUPERVISION_DOCUMENTS, "status = 'REPORTED'"),

    /** What the approver may decide: everything that waits but what the same person proposed. */
    TO_APPROVE("待我审批", "to approve", APPROVALS, "TRUE");

    private final String zh;
    private final String en;
    final WorkSource source;
    final String condition;
    /** SQL for the day an item is urgent by; never null. */
    final String due;

    WorkQueue(String zh, String en, WorkSource source, String condition) {
        this(zh, en, source, condition, dueOf(source));
    }

    WorkQueue(String zh, String en, WorkSource source, String condition, String due) {
        this.zh = zh;
        this.en = en;
        this.source = source;
        this.condition = condition;
        this.due = due;
    }

    private static String dueOf(WorkSource source) {
        return switch (source) {
            case RECONSIDERATIONS -> "coalesce(decide_due_on, review_due_on, received_on)";
            case LITIGATIONS -> "coalesce(defence_due_on, filed_on)";
            case JUDGMENTS -> "appeal_due_on";
            case SUPERVISION_DOCUMENTS -> "report_due_on";
            case APPROVALS -> "(proposed_at AT TIME ZONE 'Asia/Shanghai')::date";
        };
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
