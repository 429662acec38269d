package cn.disputes.cases.litigation;

import cn.disputes.contract.codes.Code;
import cn.disputes.contract.codes.LitigationOutcome;
import java.util.ArrayList;
import java.util.List;

/** Against whom a judgment went (败诉方). */
public enum LosingSide implements Code {
    DEFENDANT("被告", "the defendant"),
    RECONSIDERATION_AUTHORITY("复议机关", "the reconsideration authority");

    private final String zh;
    private final String en;

    LosingSide(String zh, String en) {
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

    /**
     * The act and the decision on it are judged each for itself where both are sued (解释 Art. 136): a lawful act under an
     * unlawful decision is lost by the authority alone.
     */
    static List<LosingSide> of(LitigationOutcome act, LitigationOutcome reconsiderationDecision) {
        var losing = new ArrayList<LosingSide>();
        if (act != null && act.lost()) losing.add(DEFENDANT);
        if (reconsiderationDecision != null && reconsiderationDecision.lost()) losing.add(RECONSIDERATION_AUTHORITY);
        return losing;
    }
}
