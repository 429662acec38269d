package cn.disputes.stats.forms;

/** Which cases of a period a column looks at. */
enum FormBasis {
    /** 上期结转: received before the period and not concluded before it. */
    OPENING("f.received_on < :first AND (f.concluded_on IS NULL OR f.concluded_on >= :first)"),
    /** 本期新收. */
    RECEIVED("f.received_on BETWEEN :first AND :last"),
    /** 本期受理. */
    ACCEPTED("f.accepted_on BETWEEN :first AND :last"),
    /** 本期办结. */
    CONCLUDED("f.concluded_on BETWEEN :first AND :last"),
    /** 期末未结: received by the end of the period and not concluded by then. */
    PENDING("f.received_on <= :last AND (f.concluded_on IS NULL OR f.concluded_on > :last)");

    /** Every case that any basis may look at. */
    static final String ANY = "(f.received_on <= :last OR f.concluded_on <= :last) AND"
            + " (f.concluded_on IS NULL OR f.concluded_on >= :first OR f.received_on >= :first)";

    private final String sql;

    FormBasis(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
