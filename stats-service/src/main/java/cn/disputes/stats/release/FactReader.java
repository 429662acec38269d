package cn.disputes.stats.release;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads whole facts by id, now or as they were known at an instant. */
final class FactReader {
    private static final int CHUNK = 5000;

    private FactReader() {}

    /** What is known now of cases; those nothing is known of are missing. */
    static Map<UUID, SealedCase> now(Handle h, Collection<UUID> ids) {
        return read(h, ids, null);
    }

    /** What was known at an instant. */
    static Map<UUID, SealedCase> at(Handle h, Collection<UUID> ids, Instant instant) {
        return read(h, ids, instant);
    }

    private static Map<UUID, SealedCase> read(Handle h, Collection<UUID> ids, Instant at) {
        var facts = new HashMap<UUID, SealedCase>();
        var all = new ArrayList<>(ids);
        for (var from = 0; from < all.size(); from += CHUNK)
            read(h, all.subList(from, Math.min(all.size(), from + CHUNK)), at, facts);
        return facts;
    }

    private static void read(Handle h, List<UUID> ids, Instant at, Map<UUID, SealedCase> facts) {
        var known = at == null ? "known_to IS NULL" : "known_from <= :at AND (known_to IS NULL OR known_to > :at)";
        // joined, because a long list of ids is otherwise gone through for every fact
        var query = h.createQuery(
                        "SELECT f.id, CAST(to_jsonb(f) - CAST('{known_from,known_to}' AS text[]) AS text) AS fact"
                                + " FROM unnest(CAST(:ids AS uuid[])) wanted (id) JOIN fact f ON f.id = wanted.id WHERE "
                                + known)
                .bindArray("ids", UUID.class, ids.toArray());
        if (at != null) query.bind("at", at.atOffset(ZoneOffset.UTC));
        query.map((row, ctx) -> SealedCase.of(row.getObject("id", UUID.class), row.getString("fact")))
                .forEach(fact -> facts.put(fact.id(), fact));
    }
}
