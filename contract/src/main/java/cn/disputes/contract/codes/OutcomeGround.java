package cn.disputes.contract.codes;

/** Why an application or a suit was withdrawn (撤回理由); the last one is what 间接纠错 means. */
public enum OutcomeGround implements Code {
    VOLUNTARY("自愿撤回", "voluntary"),
    SETTLED("达成和解后撤回", "settled"),
    AFTER_ACT_CHANGED("被申请人（被告）改变行为后撤回", "after the act was changed");

    private final String zh;
    private final String en;

    OutcomeGround(String zh, String en) {
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
