package cn.disputes.cases.dispute;

/** Why somebody is the defendant after a reconsideration, with the article that says so. */
enum DefendantBasis {
    UPHELD("行诉法 Art. 26; 解释 Art. 133", "复议机关维持原行政行为，为共同被告", "upheld: both are defendants"),
    RESULT_UNCHANGED(
            "解释 Art. 22",
            "只改变事实、证据或者依据，未改变处理结果，视为维持",
            "only facts, evidence or basis changed, not the result: taken as upheld"),
    PROCEDURAL_ONLY("解释 Art. 22", "仅以违反法定程序为由确认违法，不属于改变", "confirmed unlawful for its procedure only: not a change"),
    MIXED(
            "解释 Art. 134",
            "既有维持内容又有改变或者不予受理内容，为共同被告",
            "partly upheld, partly changed or not accepted: both are defendants"),
    CHANGED("行诉法 Art. 26; 解释 Art. 22", "复议机关改变原行政行为，复议机关是被告", "changed: the authority is the defendant"),
    NOT_ADMITTED(
            "行诉法 Art. 26; 解释 Art. 133",
            "未经实体审查，起诉原行政行为的被告是原机关，起诉复议决定的被告是复议机关",
            "not decided on its merits: who acted answers for the act, the authority for its decision"),
    NO_DECISION(
            "行诉法 Art. 26",
            "复议机关逾期未作决定，起诉哪一行为以作出该行为的机关为被告",
            "no decision in time: whose act or inaction is sued is the defendant"),
    ENDED("行诉法 Art. 26", "复议未作决定即终结，起诉原行政行为的被告是原机关", "ended without a decision: who acted is the defendant"),
    SETTLED("行政复议法 Art. 73", "调解书已生效，对原行政行为不再起诉", "settled by an effective mediation statement"),
    PENDING("行诉法 Art. 44", "复议尚在法定期限内", "the reconsideration is still within its time");

    private final String article;
    private final String zh;
    private final String en;

    DefendantBasis(String article, String zh, String en) {
        this.article = article;
        this.zh = zh;
        this.en = en;
    }

    String article() {
        return article;
    }

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }
}
