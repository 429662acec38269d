package cn.disputes.cases.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Chains the entries: each seal is the hash of the one before and of its entry, so that a changed, missing or slipped-in
 * entry breaks every seal after it. Whoever keeps the head of the chain elsewhere also sees a cut-off end.
 */
@ApplicationScoped
class AuditChain {
    private static final int CHUNK = 5000;

    /** One text per entry; the unit separator cannot stand in any of its columns. */
    private static final String CANONICAL =
            """
            concat_ws(E'\\x1f', tx::text, position::text, extract(epoch FROM at)::text, subject, address, action, region_code,
                      case_ids::text, coalesce(detail, ''))""";

    /**
     * @param broken the sequence of the first seal that does not fit, null when all do
     * @param head the last seal, in hex: to be kept somewhere else
     * @param continued whether the chain still holds the head that was kept; null when none was given
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Verification(boolean verified, long entries, Long broken, String head, Boolean continued) {}

    /** A head kept from an earlier verification, and how many entries there were. */
    record Kept(long entries, String head) {}

    /** Seals what has committed since; one replica at a time. Returns whether there may be more. */
    boolean seal(Handle h) {
        h.createQuery("SELECT pg_advisory_xact_lock(18)::text")
                .mapTo(String.class)
                .one();
        var last = h.createQuery(
                        "SELECT sequence, hash, tx::text, position FROM audit_seal ORDER BY sequence DESC LIMIT 1")
                .map((row, ctx) ->
                        new Last(new Sealed(row.getLong(1), row.getBytes(2)), row.getString(3), row.getLong(4)))
                .findOne()
                .orElse(new Last(Sealed.NONE, "0", 0));
        var state = new Sealed[] {last.seal()};
        var made = new ArrayList<Made>();
        var found = h.createQuery(
                        "SELECT tx::text, position, " + CANONICAL
                                + """
                         AS text FROM audit_entry e
                        WHERE e.tx < pg_snapshot_xmin(pg_current_snapshot())
                          AND (e.tx, e.position) > (CAST(:tx AS xid8), :position)
                        ORDER BY e.tx, e.position LIMIT :most""")
                .bind("most", CHUNK)
                .bind("tx", last.tx())
                .bind("position", last.position())
                .reduceResultSet(0, (count, row, ctx) -> {
                    state[0] = state[0].next(row.getString("text"));
                    made.add(new Made(state[0], row.getString(1), row.getLong(2)));
                    return count + 1;
                });
        if (found > 0) write(h, made);
        return found == CHUNK;
    }

    private static void write(Handle h, List<Made> made) {
        h.createUpdate(
                        """
                        INSERT INTO audit_seal (sequence, tx, position, hash)
                        SELECT sequence, CAST(tx AS xid8), position, decode(hash, 'hex')
                        FROM unnest(:sequences, :txs, :positions, :hashes) AS made (sequence, tx, position, hash)""")
                .bindArray(
                        "sequences",
                        Long.class,
                        made.stream().map(one -> one.seal.sequence()).toArray())
                .bindArray("txs", String.class, made.stream().map(Made::tx).toArray())
                .bindArray(
                        "positions",
                        Long.class,
                        made.stream().map(Made::position).toArray())
                .bindArray(
                        "hashes",
                        String.class,
                        made.stream()
                                .map(one -> HexFormat.of().formatHex(one.seal.hash()))
                                .toArray())
                .execute();
    }

    Verification verify(Handle h) {
        return verify(h, null);
    }

    /** Walks the whole chain over the entries as they are now. */
    Verification verify(Handle h, Kept kept) {
        var continued = kept == null ? null : new boolean[1];
        var state = new Sealed[] {Sealed.NONE};
        var broken = new Long[1];
        h.createQuery(
                        "SELECT s.sequence, s.hash, e.position IS NULL AS missing, "
                                + CANONICAL.replace("tx::text, position", "e.tx::text, e.position")
                                + """
                         AS text FROM audit_seal s LEFT JOIN audit_entry e ON e.tx = s.tx AND e.position = s.position
                        ORDER BY s.sequence""")
                .setFetchSize(CHUNK)
                .map((row, ctx) -> {
                    state[0] = state[0].next(row.getString("text"));
                    var fits = !row.getBoolean("missing")
                            && row.getLong("sequence") == state[0].sequence()
                            && Arrays.equals(row.getBytes("hash"), state[0].hash());
                    if (!fits && broken[0] == null) broken[0] = state[0].sequence();
                    if (kept != null && kept.entries() == state[0].sequence())
                        continued[0] = kept.head().equals(HexFormat.of().formatHex(state[0].hash()));
                    return fits;
                })
                .forEach(fits -> {});
        if (broken[0] == null) broken[0] = slippedIn(h);
        var head = HexFormat.of().formatHex(state[0].hash());
        return new Verification(
                broken[0] == null, state[0].sequence(), broken[0], head, kept == null ? null : continued[0]);
    }

    /** An entry that lies among the sealed ones but has no seal came in by another door. */
    private static Long slippedIn(Handle h) {
        return h.createQuery(
                        """
                        SELECT (SELECT count(*) FROM audit_seal s WHERE (s.tx, s.position) < (e.tx, e.position)) + 1
                        FROM audit_entry e
                        WHERE (e.tx, e.position) < (SELECT s.tx, s.position FROM audit_seal s ORDER BY sequence DESC LIMIT 1)
                          AND NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.tx = e.tx AND s.position = e.position)
                        ORDER BY e.tx, e.position LIMIT 1""")
                .mapTo(Long.class)
                .findOne()
                .orElse(null);
    }

    private record Last(Sealed seal, String tx, long position) {}

    private record Made(Sealed seal, String tx, long position) {}

    private record Sealed(long sequence, byte[] hash) {
        static final Sealed NONE = new Sealed(0, new byte[0]);

        Sealed next(String entry) {
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                digest.update(hash);
                return new Sealed(
                        sequence + 1, digest.digest(String.valueOf(entry).getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
