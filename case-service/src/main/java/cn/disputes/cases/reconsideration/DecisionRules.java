package cn.disputes.cases.reconsideration;

import cn.disputes.contract.codes.ReconsiderationOutcome;
import java.util.EnumSet;
import java.util.Set;

/** Which decision the law knows, and what it may carry (Art. 61–74). */
final class DecisionRules {
    private static final int SUSPENSION_TIMEOUT = 60;
    private static final int TIMED_OUT = 5;

    /** What DECIDED may say; the rest have steps of their own. */
    private static final Set<ReconsiderationOutcome> DECISIONS =
            EnumSet.range(ReconsiderationOutcome.UPHELD, ReconsiderationOutcome.APPLICATION_REJECTED);

    /** New in the 2023 law (Art. 67, 69). */
    private static final Set<ReconsiderationOutcome> ONLY_SINCE_2023 =
            EnumSet.of(ReconsiderationOutcome.CONFIRMED_VOID, ReconsiderationOutcome.CLAIM_REJECTED);

    /** Art. 64: only what is revoked is made anew. */
    private static final Set<ReconsiderationOutcome> REDONE =
            EnumSet.of(ReconsiderationOutcome.REVOKED, ReconsiderationOutcome.PARTLY_REVOKED);

    /** 2017 Art. 28(3): also what was confirmed unlawful. */
    private static final Set<ReconsiderationOutcome> REDONE_BEFORE = EnumSet.of(
            ReconsiderationOutcome.REVOKED,
            ReconsiderationOutcome.PARTLY_REVOKED,
            ReconsiderationOutcome.CONFIRMED_UNLAWFUL);

    /** These leave the act as it is: nothing is compensated or performed under them (Art. 66, 72). */
    private static final Set<ReconsiderationOutcome> ACT_STANDS = EnumSet.of(
            ReconsiderationOutcome.UPHELD,
            ReconsiderationOutcome.CLAIM_REJECTED,
            ReconsiderationOutcome.APPLICATION_REJECTED);

    private DecisionRules() {}

    static void decided(ReconsiderationFile file, ReconsiderationStep step) {
        Demand.valid(
                step.outcome() != null && DECISIONS.contains(step.outcome()),
                "outcome",
                "应为下列之一：" + DECISIONS,
                "Must be one of " + DECISIONS);
        Demand.that(
                file.lawVersion == LawVersion.XZFY_2023 || !ONLY_SINCE_2023.contains(step.outcome()),
                "2017年文本没有该决定类型",
                "The 2017 law knows no such decision");
        redo(file.lawVersion, step);
        Demand.that(
                !Boolean.TRUE.equals(step.compensation()) || !ACT_STANDS.contains(step.outcome()),
                "该决定不能同时决定赔偿（第七十二条）",
                "This decision carries no compensation (Art. 72)");
        Demand.valid(
                step.compensationAmount() == null || Boolean.TRUE.equals(step.compensation()),
                "compensationAmount",
                "须决定赔偿（第七十二条）",
                "Needs compensation (Art. 72)");
        performance(step, !ACT_STANDS.contains(step.outcome()));
        worse(step);
        if (step.outcome() == ReconsiderationOutcome.APPLICATION_REJECTED) AdmissionRules.rejected(step);
        else Demand.valid(step.conditions() == null, "conditions", "仅用于驳回申请（第三十三条）", "Only for a rejection (Art. 33)");
    }

    private static void redo(LawVersion law, ReconsiderationStep step) {
        var redone = law == LawVersion.XZFY_2023 ? REDONE : REDONE_BEFORE;
        var redo = Boolean.TRUE.equals(step.redo());
        Demand.that(
                !redo || redone.contains(step.outcome()),
                "只有 " + redone + " 可以责令重新作出行政行为（第六十四条；2017年文本第二十八条）",
                "Only " + redone + " may order the act to be made anew (Art. 64; 2017 Art. 28)");
        if (step.redoWithinDays() == null) return;
        Demand.valid(redo, "redoWithinDays", "须责令重新作出（第六十四条）", "Needs redo (Art. 64)");
        Demand.period(step.redoWithinDays(), "redoWithinDays", "第六十四条", "Art. 64");
    }

    private static void performance(ReconsiderationStep step, boolean something) {
        if (step.performWithinDays() == null) return;
        Demand.valid(something, "performWithinDays", "该决定没有可履行的内容（第六十六条）", "Nothing is to be performed (Art. 66)");
        Demand.period(step.performWithinDays(), "performWithinDays", "第六十六条", "Art. 66");
    }

    /** Reformatio in peius: 2023 Art. 63 para 2, before it Regulation Art. 51. */
    private static void worse(ReconsiderationStep step) {
        Demand.that(
                step.outcome() != ReconsiderationOutcome.CHANGED
                        || !Boolean.TRUE.equals(step.worseForApplicant())
                        || Boolean.TRUE.equals(step.thirdPartyAsked()),
                "不得作出对申请人更为不利的变更决定，第三人提出相反请求的除外（第六十三条）",
                "A change must not be worse for the applicant unless a third party asks for it (Art. 63)");
    }

    static void mediated(ReconsiderationStep step) {
        performance(step, true);
    }

    static void withdrawn(ReconsiderationStep step) {
        Demand.given(
                step.withdrawalGround(),
                "ground",
                "应为 VOLUNTARY、SETTLED、AFTER_ACT_CHANGED 之一",
                "Must be one of VOLUNTARY, SETTLED, AFTER_ACT_CHANGED");
    }

    static void terminated(ReconsiderationFile file, ReconsiderationStep step) {
        Demand.item(step.numberedGround(), TIMED_OUT, "第四十一条", "Art. 41");
        if (step.numberedGround() != TIMED_OUT) return;
        var open = file.openSuspension();
        Demand.that(
                open != null
                        && open.timesOut()
                        && !step.on().isBefore(open.from().plusDays(SUSPENSION_TIMEOUT)),
                "第四十一条第五项仅适用于因第三十九条第一、二、四项中止满六十日",
                "Art. 41(5) needs a suspension of 60 days on ground (1), (2) or (4) of Art. 39");
    }

    static void served(ReconsiderationFile file) {
        Demand.that(file.decisionServedOn == null, "决定已经送达", "The decision was served already");
    }
}
