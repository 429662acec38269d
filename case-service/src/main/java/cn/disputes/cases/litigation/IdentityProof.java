package cn.disputes.cases.litigation;

import cn.disputes.contract.codes.Code;

/** What became of the proof that who came is a head (法释〔2020〕3号 Art. 6). */
public enum IdentityProof implements Code {
    ACCEPTED("符合条件", "accepted"),
    CORRECTED("已补正", "corrected in time"),
    CORRECTABLE("可以补正，尚未补正", "can still be corrected"),
    NOT_SUBMITTED("未提交", "not submitted"),
    REJECTED("不能补正或者补正影响开庭", "cannot be corrected, or not without disturbing the hearing");

    private final String zh;
    private final String en;

    IdentityProof(String zh, String en) {
        this.zh = zh;
        this.en = en;
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
