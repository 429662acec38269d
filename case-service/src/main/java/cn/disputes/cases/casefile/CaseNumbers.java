package cn.disputes.cases.casefile;

import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** Case numbers that come from outside: claimed against a second import, and skipped by our own numbering. */
public final class CaseNumbers {
    private CaseNumbers() {}

    /** Held until the transaction ends, taken in one order so that no two imports wait for each other in a circle. */
    public static void claim(Handle h, Collection<String> numbers) {
        h.createQuery(
                        """
                        SELECT count(pg_advisory_xact_lock(hashtextextended(number, 51)))
                        FROM (SELECT DISTINCT number FROM unnest(:numbers) AS number ORDER BY number) AS ordered""")
                .bindArray("numbers", String.class, numbers.toArray())
                .mapTo(Long.class)
                .one();
    }

    /** Numbers of our own style that an import brought are not given again. */
    public static void skip(Handle h, Collection<String> numbers) {
        h.createUpdate(
                        """
                        INSERT INTO case_number_counter (prefix, year, last)
                        SELECT issuer.prefix, part[2]::int, max(part[3]::int)
                        FROM unnest(:numbers) AS number
                        CROSS JOIN LATERAL regexp_match(number, '^(.+)〔([0-9]{4})〕([0-9]{1,9})号$') AS part
                        JOIN case_number_issuer AS issuer ON issuer.prefix = part[1]
                        GROUP BY issuer.prefix, part[2]::int
                        ON CONFLICT (prefix, year) DO UPDATE
                            SET last = greatest(case_number_counter.last, excluded.last)""")
                .bindArray("numbers", String.class, numbers.toArray())
                .execute();
    }
}
