package cn.disputes.cases.casefile;

import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** Case numbers that come from outside: claimed against a second import, and skipped by our own numbering. */
public final class CaseNumbers {
    private CaseNumbers() {}

    /**
     * Held until the transaction ends, taken in one order so that no two imports wait for each other in a circle. A
     * lock stands for a share of all numbers: a chunk of an import would otherwise fill the server's table of locks.
     */
    public static void claim(Handle h, Collection<String> numbers) {
        h.createQuery(
                        """
                        SELECT count(pg_advisory_xact_lock(51, share))
                        FROM (SELECT DISTINCT hashtext(number) & 63 AS share
                              FROM unnest(:numbers) AS number ORDER BY share) AS ordered""")
                .bindArray("numbers", String.class, numbers.toArray())
                .mapTo(Long.class)
                .one();
    }

    /**
     * Numbers of our own style that an import brings are not given again. Called before they are written: who registers
     * a case meanwhile waits for the counter and gets a later number.
     */
    public static void skip(Handle h, Collection<String> numbers) {
        var own = numbers.stream().filter(number -> number.indexOf('〔') > 0).toArray();
        if (own.length == 0) return;
        h.createUpdate(
                        """
                        INSERT INTO case_number_counter (prefix, year, last)
                        SELECT issuer.prefix, part[2]::int, max(part[3]::int)
                        FROM unnest(:numbers) AS number
                        CROSS JOIN LATERAL regexp_match(number, '^(.+)〔([0-9]{4})〕([0-9]{1,9})号$') AS part
                        JOIN case_number_issuer AS issuer ON issuer.prefix = part[1]
                        GROUP BY issuer.prefix, part[2]::int
                        ORDER BY issuer.prefix, part[2]::int
                        ON CONFLICT (prefix, year) DO UPDATE
                            SET last = excluded.last WHERE case_number_counter.last < excluded.last""")
                .bindArray("numbers", String.class, own)
                .execute();
    }
}
