package cn.disputes.cases.casefile;

/** SQL that keeps what came from a case from whoever is recused from the case (回避). */
public final class Recused {
    /** The numbers of the cases {@code :caller} is recused from; looked up once in a statement. */
    private static final String OF_CALLER =
            """
            ARRAY(SELECT coalesce(r.case_number, l.case_number) FROM recusal AS away
                  LEFT JOIN reconsideration AS r ON r.id = away.case_id
                  LEFT JOIN litigation AS l ON l.id = away.case_id
                  WHERE away.officer = :caller)""";

    /** Of a supervision document: the numbers of all cases it came from. */
    public static final String CASES_OF_DOCUMENT = "(case_numbers || case_number)";

    private Recused() {}

    /** @param numbers SQL: the cases something came from, an array of text */
    public static String fromNone(String numbers) {
        return "NOT (" + numbers + " && " + OF_CALLER + ")";
    }

    /** Whoever is recused from any of these cases, an array of text. */
    public static String fromAny(String numbers) {
        return """
                ARRAY(SELECT unnest(c.recused) FROM reconsideration AS c WHERE c.case_number = ANY (%1$s)
                      UNION SELECT unnest(c.recused) FROM litigation AS c WHERE c.case_number = ANY (%1$s))"""
                .formatted(numbers);
    }
}
