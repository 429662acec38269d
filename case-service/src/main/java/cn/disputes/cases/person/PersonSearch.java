package cn.disputes.cases.person;

import cn.disputes.cases.privacy.Seal;
import cn.disputes.contract.security.Caller;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** Finds the cases of a number by its keyed hash; the number itself is in no query. */
@Singleton
class PersonSearch {
    private static final int MOST = 500;

    private final Seal seal;

    PersonSearch(Seal seal) {
        this.seal = seal;
    }

    /**
     * A case of the person.
     *
     * @param kind {@code reconsiderations} or {@code litigations}
     * @param role APPLICANT or PLAINTIFF
     * @param openedOn day of receipt or filing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Found(
            String kind,
            UUID id,
            String caseNumber,
            String regionCode,
            String role,
            String status,
            LocalDate openedOn,
            LocalDate concludedOn) {}

    List<Found> byNumber(Handle h, String number, Caller caller) {
        var hashes = seal.hashes(number);
        var query = h.createQuery(
                        "SELECT * FROM (" + cases("reconsideration", "applicants", "APPLICANT", "received_on", hashes)
                                + " UNION ALL " + cases("litigation", "plaintiffs", "PLAINTIFF", "filed_on", hashes)
                                + ") AS found ORDER BY opened_on DESC, id DESC LIMIT " + MOST)
                .bind("from", caller.scope().from())
                .bind("to", caller.scope().to())
                .bind("subject", caller.subject());
        for (var i = 0; i < hashes.size(); i++) query.bind("hash" + i, hashes.get(i));
        return query.map((row, ctx) -> new Found(
                        row.getString("kind"),
                        row.getObject("id", UUID.class),
                        row.getString("case_number"),
                        row.getString("region_code"),
                        row.getString("role"),
                        row.getString("status"),
                        row.getObject("opened_on", LocalDate.class),
                        row.getObject("concluded_on", LocalDate.class)))
                .list();
    }

    /** The conditions are those of the index, so that it is used. */
    private static String cases(String table, String parties, String role, String opened, List<String> hashes) {
        var one = "jsonb_path_query_array(%s, '$[*].idHash') @> jsonb_build_array(CAST(:hash%s AS text))";
        var any = IntStream.range(0, hashes.size())
                .mapToObj(i -> one.formatted(parties, i))
                .collect(Collectors.joining(" OR "));
        return """
                SELECT '%1$ss' AS kind, id, case_number, region_code, '%2$s' AS role, status, %3$s AS opened_on, concluded_on
                FROM %1$s WHERE jsonb_path_exists(%4$s, '$[*].idHash') AND (%5$s)
                  AND region_code >= :from AND region_code < :to AND NOT (:subject = ANY (recused))"""
                .formatted(table, role, opened, parties, any);
    }
}
