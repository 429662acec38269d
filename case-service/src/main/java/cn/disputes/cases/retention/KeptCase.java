package cn.disputes.cases.retention;

/** The kinds of case that are kept for a term, and when the term begins. A dispute is kept as long as any part of it. */
enum KeptCase {
    RECONSIDERATION(
            "reconsiderations",
            "reconsideration",
            "applicants",
            """
            CASE WHEN status = 'CONCLUDED' THEN greatest(concluded_on, decision_served_on,
                (SELECT CASE WHEN bool_or(s.concluded_on IS NULL) THEN 'infinity'
                             ELSE max(greatest(s.concluded_on, s.effective_on)) END
                 FROM litigation s WHERE s.reconsideration_case_number = c.case_number)) END"""),
    LITIGATION(
            "litigations",
            "litigation",
            "plaintiffs",
            "CASE WHEN status IN ('CONCLUDED', 'EFFECTIVE') THEN greatest(concluded_on, effective_on) END");

    final String path;
    final String table;
    final String parties;

    /** SQL: the last day of the proceedings, null or infinity while they go on; {@code c} is the case. */
    final String ended;

    KeptCase(String path, String table, String parties, String ended) {
        this.path = path;
        this.table = table;
        this.parties = parties;
        this.ended = ended;
    }
}
