package cn.disputes.cases.office;

/** The kinds of case that are given to officers, with the table each is kept in. */
enum CaseKind {
    RECONSIDERATIONS("reconsiderations", "reconsideration", "ARRAY[respondent_code]"),
    LITIGATIONS(
            "litigations", "litigation", "array_remove(ARRAY[defendant_code, actor_code], NULL) || co_defendant_codes");

    /** As in the path of the calls. */
    final String path;

    final String table;
    /** SQL for the codes of the agencies that are parties. */
    final String agencies;

    CaseKind(String path, String table, String agencies) {
        this.path = path;
        this.table = table;
        this.agencies = agencies;
    }
}
