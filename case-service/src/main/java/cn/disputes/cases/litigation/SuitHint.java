package cn.disputes.cases.litigation;

/** What a suit can be told, with the article that says so. */
enum SuitHint {
    FILED_LATE(
            "行诉法 Art. 45, 46; 解释 Art. 69", "超过起诉期限，已经立案的应当裁定驳回起诉", "filed after the time for suing: to be dismissed"),
    FILED_EARLY("行诉法 Art. 47", "行政机关履行职责的期限尚未届满即起诉", "filed while the agency still had time to perform"),
    LATE_EVIDENCE(
            "行诉法 Art. 34; 解释 Art. 34",
            "逾期或者未提供证据，视为被诉行政行为没有相应证据",
            "evidence late or missing: the act counts as without evidence"),
    PREVIOUS_CASE_MISSING(
            "解释 Art. 107, 110", "二审、再审一般应写明前审案号", "a second instance or retrial normally names the case before it"),
    SIMPLIFIED_AFTER_REMAND("行诉法 Art. 82", "发回重审的案件不适用简易程序", "a remanded case does not take the simplified procedure"),
    CONVERTED_LATE("解释 Art. 105", "应当在审理期限届满前转为普通程序", "converted after the time of trial had run out"),
    SUSPENSION_TIMED_OUT(
            "解释 Art. 88", "中止已满九十日，无人继续诉讼的应当终结", "suspended for ninety days: to be terminated if nobody carries on"),
    EFFECTIVE_EARLY("行诉法 Art. 85", "上诉期限届满前一审裁判不生效", "takes no effect before the time for appeal has run out"),
    EFFECTIVE_THOUGH_APPEALED("行诉法 Art. 85", "已上诉的一审裁判不因期限届满生效", "an appealed decision takes no effect of itself"),
    HEAD_TO_BE_NOTIFIED(
            "法释〔2020〕3号 Art. 4",
            "涉及重大公共利益的领域，法院应当通知负责人出庭",
            "a field of major public interest: the head is to be called"),
    DEFENDANTS_DIFFER(
            "行诉法 Art. 26; 解释 Art. 134",
            "被告与复议结果应当对应的被告不一致",
            "the defendants are not those the reconsideration calls for");

    private final String article;
    private final String zh;
    private final String en;

    SuitHint(String article, String zh, String en) {
        this.article = article;
        this.zh = zh;
        this.en = en;
    }

    Hint hint() {
        return new Hint(name(), article, zh, en);
    }
}
