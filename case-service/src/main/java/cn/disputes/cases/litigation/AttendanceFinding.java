package cn.disputes.cases.litigation;

/** What can be found of an attendance, with the article that says so. */
enum AttendanceFinding {
    HEAD_ATTENDED("2", "负责人出庭应诉", "a head of the agency attended"),
    IDENTITY_TO_CORRECT("6", "身份证明可以补正，应当补正", "the proof of identity is to be corrected"),
    IDENTITY_REJECTED("6", "身份证明不符合条件，视为负责人未出庭", "the proof of identity failed: taken as absent"),
    LEFT_EARLY("12(4)", "负责人未经法庭许可中途退庭", "the head left without the court's permission"),
    REFUSED_TO_EXPLAIN("12(5)", "负责人拒绝解释或者说明", "the head refused to explain"),
    SILENT("11", "负责人未就实质性解决争议发表意见", "the head did not speak to the settlement of the dispute"),
    NOT_A_HEAD("2", "受委托组织或者下级行政机关的负责人不能作为被诉机关负责人", "the head of a delegated or lower body does not count"),
    JUSTIFIED("8", "有正当理由不能出庭，法院予以认可", "a justified reason, accepted by the court"),
    PROOF_MISSING("9", "缺席理由未附加盖印章或者主要负责人签字的证明", "no proof under seal or signed by the principal"),
    REASON_NOT_ACCEPTED("9", "法院不认可缺席理由", "the court did not accept the reason"),
    REASON_NOT_EXAMINED("9", "缺席理由尚待法院审查", "the court has yet to examine the reason"),
    NO_REASON("12(1)", "未说明缺席理由", "no reason was given"),
    ONLY_STAFF("10", "仅有相应的工作人员出庭", "only staff attended"),
    ONLY_LAWYER("解释 Art. 128", "仅委托律师出庭", "only a lawyer attended"),
    NOBODY("12(3)", "负责人和工作人员均未出庭", "neither a head nor staff attended"),
    ABSENT_WITHOUT_REASON("12(1)", "负责人未出庭且未说明理由或者理由不成立", "absent without a reason that holds"),
    ABSENT_AFTER_POSTPONEMENT("12(2)", "延期后再次开庭仍未出庭且无正当理由", "absent again after a postponement"),
    NEITHER_HEAD_NOR_STAFF("12(3)", "负责人和相应的工作人员均不出庭", "neither the head nor staff attended");

    private final String article;
    private final String zh;
    private final String en;

    AttendanceFinding(String article, String zh, String en) {
        this.article = article.startsWith("解释") ? article : "法释〔2020〕3号 Art. " + article;
        this.zh = zh;
        this.en = en;
    }

    Hint hint() {
        return new Hint(name(), article, zh, en);
    }
}
