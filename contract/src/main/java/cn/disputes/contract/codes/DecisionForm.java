package cn.disputes.contract.codes;

import java.util.EnumSet;
import java.util.Set;

/** Form of what ends an instance (裁判文书种类). */
public enum DecisionForm implements Code {
    JUDGMENT("判决", "judgment"),
    RULING("裁定", "ruling (解释 Art. 101)"),
    MEDIATION_STATEMENT("调解书", "mediation statement (Art. 60)");

    private static final Set<LitigationOutcome> RULINGS = EnumSet.of(
            LitigationOutcome.SUIT_DISMISSED,
            LitigationOutcome.NOT_DOCKETED,
            LitigationOutcome.WITHDRAWN,
            LitigationOutcome.DEEMED_WITHDRAWN,
            LitigationOutcome.TRANSFERRED,
            LitigationOutcome.TERMINATED,
            LitigationOutcome.REMANDED);

    private final String zh;
    private final String en;

    DecisionForm(String zh, String en) {
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

    /** A dismissed appeal is taken as a judgment: it is final at once either way. */
    public static DecisionForm of(LitigationOutcome outcome) {
        if (outcome == LitigationOutcome.MEDIATED) return MEDIATION_STATEMENT;
        return RULINGS.contains(outcome) ? RULING : JUDGMENT;
    }
}
