package cn.disputes.cases.casefile;

import cn.disputes.contract.problem.ProblemException;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Case numbers that come from outside: claimed against a second import, and skipped by our own numbering. */
public final class CaseNumbers {
    /** Authority, year and number, as Java and PostgreSQL both read it. */
    private static final Pattern OWN = Pattern.compile("(.+)〔([0-9]{4})〕([0-9]{1,9})号");

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

    /** The region of each authority of ours, by what its numbers begin with. */
    public static Map<String, String> issuers(Handle h) {
        return h.createQuery("SELECT prefix, region_code FROM case_number_issuer")
                .map((row, ctx) -> Map.entry(row.getString("prefix"), row.getString("region_code")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Refuses a number of our own style for a case of a region whose authority does not give it; null is no number. */
    public static void check(Map<String, String> issuers, String number, String region) {
        if (number == null || region == null) return;
        var own = OWN.matcher(number);
        if (own.matches() && !issuers.getOrDefault(own.group(1), region).equals(region)) {
            throw ProblemException.invalid(
                    "caseNumber", "该案号由其他区域的复议机关编发", "The authority of another region gives this number");
        }
    }

    /**
     * Numbers of our own style under which an import opens cases are not given again. Called before they are written: who
     * registers a case meanwhile waits for the counter and gets a later number.
     */
    public static void skip(Handle h, Collection<String> numbers) {
        var own =
                numbers.stream().filter(number -> OWN.matcher(number).matches()).toArray();
        if (own.length == 0) return;
        h.createUpdate(
                        """
                        INSERT INTO case_number_counter (prefix, year, last)
                        SELECT issuer.prefix, part[2]::int, max(part[3]::int)
                        FROM unnest(:numbers) AS number
                        CROSS JOIN LATERAL regexp_match(number, '^' || :own || '$') AS part
                        JOIN case_number_issuer AS issuer ON issuer.prefix = part[1]
                        GROUP BY issuer.prefix, part[2]::int
                        ORDER BY issuer.prefix, part[2]::int
                        ON CONFLICT (prefix, year) DO UPDATE
                            SET last = excluded.last WHERE case_number_counter.last < excluded.last""")
                .bindArray("numbers", String.class, own)
                .bind("own", OWN.pattern())
                .execute();
    }
}
