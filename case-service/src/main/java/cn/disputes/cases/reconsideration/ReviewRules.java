package cn.disputes.cases.reconsideration;

/** What the steps of the review ask for (审理, Art. 39, 48–62). */
final class ReviewRules {
    private static final int LONGEST_EXTENSION = 30;
    private static final int BY_AGREEMENT = 6;

    private ReviewRules() {}

    static void copyServed(ReconsiderationFile file) {
        Demand.that(file.copyServedOn == null, "申请书副本已经发送", "The copy was served already");
    }

    static void replied(ReconsiderationFile file) {
        Demand.that(file.copyServedOn != null, "尚未发送申请书副本，不能收到答复（第四十八条）", "No copy was served yet (Art. 48)");
    }

    static void hearingNotified(ReconsiderationStep step) {
        Demand.valid(
                step.hearingOn() == null || !step.hearingOn().isBefore(step.on()),
                "hearingOn",
                "听证日期不能早于通知日期（第五十一条）",
                "The hearing is not before its notice (Art. 51)");
    }

    static void suspended(ReconsiderationStep step) {
        Demand.item(step.numberedGround(), 10, "第三十九条", "Art. 39");
        Demand.that(
                step.numberedGround() != BY_AGREEMENT || !Boolean.FALSE.equals(step.consent()),
                "因调解、和解中止须申请人和被申请人同意（第三十九条第六项）",
                "Suspension for mediation or settlement needs the consent of both sides (Art. 39(6))");
    }

    static void mediationBegun(ReconsiderationFile file) {
        Demand.that(!file.mediating, "调解正在进行", "Mediation is going on already");
    }

    static void mediationFailed(ReconsiderationFile file) {
        Demand.that(file.mediating, "没有正在进行的调解", "No mediation is going on");
    }

    static void extended(ReconsiderationFile file, ReconsiderationStep step) {
        Demand.days(step.days(), LONGEST_EXTENSION, "days", "第六十二条", "Art. 62");
        Demand.that(
                file.procedure == Procedure.ORDINARY,
                "简易程序不能延期（第六十二条）",
                "Only the ordinary procedure is extended (Art. 62)");
        Demand.that(file.extendedDays == 0, "只能延期一次（第六十二条）", "It is extended once only (Art. 62)");
    }

    static void converted(ReconsiderationFile file, ReconsiderationStep step) {
        Demand.valid("ORDINARY".equals(step.to()), "to", "只能转为 ORDINARY（第五十五条）", "Only to ORDINARY (Art. 55)");
        Demand.that(
                file.procedure == Procedure.SIMPLIFIED, "本案不是简易程序（第五十五条）", "The procedure is not simplified (Art. 55)");
    }

    static void timeExcluded(ReconsiderationFile file, ReconsiderationStep step) {
        Demand.given(
                step.excludedGround(),
                "ground",
                "应为 AUTHORITY_AGREED、INSPECTION、APPRAISAL 之一（实施条例第三十、三十四、三十七条）",
                "Must be AUTHORITY_AGREED, INSPECTION or APPRAISAL (Regulation Art. 30, 34, 37)");
        Demand.given(step.from(), "from", "须写明起始日期", "Give its first day");
        Demand.valid(
                !step.from().isBefore(file.acceptedOn) && !step.from().isAfter(step.on()),
                "from",
                "应在受理之后、" + step.on() + " 以前",
                "Must lie between acceptance and " + step.on());
    }

    static void documentQuestioned(ReconsiderationFile file, ReconsiderationStep step) {
        Demand.given(
                step.ownPower(),
                "ownPower",
                "须写明本机关是否有权处理（第五十六条、第五十七条）",
                "Say whether this authority may deal with it (Art. 56, 57)");
        Demand.that(
                file.document() == null || !file.document().open(),
                "前一件规范性文件审查尚未处理完毕",
                "The document questioned before is still being dealt with");
    }

    static void documentForwarded(ReconsiderationFile file, ReconsiderationStep step) {
        Demand.given(step.to(), "to", "须写明接受转送的机关（第五十六条）", "Name who receives it (Art. 56)");
        requireDocument(file, false);
        Demand.that(file.document().forwardedOn() == null, "已经转送", "It was forwarded already");
    }

    static void makerAsked(ReconsiderationFile file) {
        requireDocument(file, true);
        Demand.that(file.document().makerAskedOn() == null, "已经通知制定机关", "The maker was asked already");
    }

    static void makerAnswered(ReconsiderationFile file) {
        requireDocument(file, true);
        Demand.that(file.document().makerAskedOn() != null, "尚未通知制定机关（第五十八条）", "The maker was not asked yet (Art. 58)");
    }

    static void documentReviewed(ReconsiderationFile file) {
        requireDocument(file, true);
    }

    static void documentReturned(ReconsiderationFile file) {
        requireDocument(file, false);
        Demand.that(file.document().forwardedOn() != null, "尚未转送（第六十条）", "It was not forwarded yet (Art. 60)");
    }

    private static void requireDocument(ReconsiderationFile file, boolean own) {
        Demand.that(
                file.document() != null && file.document().open(),
                "没有正在处理的规范性文件审查（第五十六条）",
                "No document is under review (Art. 56)");
        Demand.that(
                file.document().own() == own,
                own ? "本机关无权处理，应当转送（第五十六条）" : "本机关有权处理，不必转送（第五十六条）",
                own
                        ? "This authority may not deal with it: forward it (Art. 56)"
                        : "This authority may deal with it itself (Art. 56)");
    }
}
