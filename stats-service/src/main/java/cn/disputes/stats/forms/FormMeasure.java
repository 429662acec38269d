package cn.disputes.stats.forms;

/** What a column adds up. */
enum FormMeasure {
    CASES(null),
    /** 申请人、原告人数. */
    CLAIMANTS("f.claimants"),
    /** Yuan of compensation awarded. */
    COMPENSATION("f.compensation_amount");

    private final String column;

    FormMeasure(String column) {
        this.column = column;
    }

    /** Null for cases themselves, of which each counts one. */
    String column() {
        return column;
    }
}
