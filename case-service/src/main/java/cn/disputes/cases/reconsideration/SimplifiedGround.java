package cn.disputes.cases.reconsideration;

import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Code;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Why the simplified procedure may be used (简易程序适用情形, Art. 53). */
public enum SimplifiedGround implements Code {
    ON_THE_SPOT("当场作出的行为", "an act done on the spot (Art. 53(1))"),
    WARNING("警告或者通报批评", "a warning or a public criticism (Art. 53(2))"),
    SMALL_AMOUNT("涉及款额三千元以下", "an amount of at most 3,000 yuan (Art. 53(3))"),
    INFORMATION_DISCLOSURE("政府信息公开案件", "a case of information disclosure (Art. 53(4))"),
    AGREED("当事人各方同意", "all parties agree (Art. 53 para 2)");

    private static final BigDecimal SMALL = BigDecimal.valueOf(3000);

    private final String zh;
    private final String en;

    SimplifiedGround(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** What the register itself knows to speak for it; the rest only the officer can know. */
    static List<SimplifiedGround> seen(ActType act, BigDecimal amountInDispute) {
        var grounds = new ArrayList<SimplifiedGround>();
        if (SMALL_AMOUNT.fits(act, amountInDispute) && amountInDispute != null) grounds.add(SMALL_AMOUNT);
        if (act == ActType.INFORMATION_DISCLOSURE) grounds.add(INFORMATION_DISCLOSURE);
        return grounds;
    }

    /** False when what was registered says the opposite. */
    boolean fits(ActType act, BigDecimal amountInDispute) {
        return switch (this) {
            case SMALL_AMOUNT -> amountInDispute == null || amountInDispute.compareTo(SMALL) <= 0;
            case INFORMATION_DISCLOSURE -> act == ActType.INFORMATION_DISCLOSURE;
            default -> true;
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
