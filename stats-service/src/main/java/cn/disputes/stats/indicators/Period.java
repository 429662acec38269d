package cn.disputes.stats.indicators;

import cn.disputes.stats.facts.FactKind;

/**
 * Which date decides the period a case belongs to. A stock (期末存量) counts what was opened by the end of the period and
 * not closed by then.
 */
public enum Period {
    RECEIVED("f.received_on", null, "收到", "received"),
    CONCLUDED("f.concluded_on", null, "办结", "concluded"),
    EFFECTIVE("f.effective_on", null, "生效", "taking effect"),
    ASSIGNED("f.assigned_on", null, "首次交办", "first assigned"),
    CLOSED("f.closed_on", null, "化解", "resolved"),
    PENDING("f.received_on", "f.concluded_on", "已收到而未办结", "received and not concluded"),
    OUTSTANDING("f.received_on", "f.closed_on", "已制发而未整改", "issued and not rectified");

    private final String day;
    private final String end;
    private final String zh;
    private final String en;

    Period(String day, String end, String zh, String en) {
        this.day = day;
        this.end = end;
        this.zh = zh;
        this.en = en;
    }

    public boolean stock() {
        return end != null;
    }

    /** SQL of the day that counts, of a stock the day of opening. */
    public String day() {
        return day;
    }

    /** SQL of the day that takes a case out of a stock; null for what happens once. */
    public String end() {
        return end;
    }

    /** SQL: the case belongs to a period {@code p.first … p.last}. */
    public String within() {
        return stock()
                ? day + " <= p.last AND (" + end + " IS NULL OR " + end + " > p.last)"
                : day + " BETWEEN p.first AND p.last";
    }

    String zh(FactKind kind) {
        return (stock() ? "期末" : "期内") + (this == RECEIVED ? verb(kind) : zh) + "的" + noun(kind);
    }

    String en(FactKind kind) {
        return nounEn(kind) + " " + (this == RECEIVED ? verbEn(kind) : en)
                + (stock() ? " by the end of the period" : " in the period");
    }

    private static String verb(FactKind kind) {
        return switch (kind) {
            case RECONSIDERATION -> "收到";
            case LITIGATION -> "立案";
            case SUPERVISION_DOCUMENT -> "制发";
            case RISK_CASE -> "首次识别";
        };
    }

    private static String verbEn(FactKind kind) {
        return switch (kind) {
            case RECONSIDERATION -> "received";
            case LITIGATION -> "filed";
            case SUPERVISION_DOCUMENT -> "issued";
            case RISK_CASE -> "first flagged";
        };
    }

    private static String noun(FactKind kind) {
        return switch (kind) {
            case RECONSIDERATION -> "行政复议案件";
            case LITIGATION -> "行政诉讼案件";
            case SUPERVISION_DOCUMENT -> "监督文书";
            case RISK_CASE -> "高败诉风险案件";
        };
    }

    private static String nounEn(FactKind kind) {
        return switch (kind) {
            case RECONSIDERATION -> "reconsiderations";
            case LITIGATION -> "suits";
            case SUPERVISION_DOCUMENT -> "supervision documents";
            case RISK_CASE -> "high-risk cases";
        };
    }
}
