package cn.disputes.stats.forms;

/** What a column adds up. */
enum FormMeasure {
    CASES(null);

    private final String column;

    FormMeasure(String column) {
        this.column = column;
    }

    /** Null for cases themselves, of which each counts one. */
    String column() {
        return column;
    }
}
