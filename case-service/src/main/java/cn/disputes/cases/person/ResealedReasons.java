package cn.disputes.cases.person;

import cn.disputes.cases.casefile.SealedText;
import cn.disputes.cases.privacy.Seal;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The reasons of assignment and recusal among what {@link Resealing} brings under the newest key. */
final class ResealedReasons {
    private static final int CASES = 200;
    static final UUID FIRST = new UUID(0, 0);

    record Reasons(String table, String column) {}

    static final List<Reasons> ALL = List.of(
            new Reasons("assignment", "reason"),
            new Reasons("recusal", "reason"),
            new Reasons("recusal_lifted", "reason"),
            new Reasons("recusal_lifted", "lift_reason"));

    private final Seal seal;

    ResealedReasons(Seal seal) {
        this.seal = seal;
    }

    private record Row(UUID caseId, String place, String text) {}

    int run(Jdbi jdbi) {
        return ALL.stream()
                .mapToInt(reasons -> Pass.through(jdbi, reasons.table(), FIRST, (h, after) -> chunk(h, reasons, after)))
                .sum();
    }

    /** All rows of some cases; a code is no text, and a row somebody works on is left to the next run. */
    Pass.Progress<UUID> chunk(Handle h, Reasons reasons, UUID after) {
        var left = "%1$s <> 'RECUSED' AND NOT starts_with(%1$s, :newest)".formatted(reasons.column());
        var rows = h.createQuery(
                        """
                        SELECT case_id, ctid::text AS place, %1$s AS text FROM %2$s
                        WHERE %3$s AND case_id IN (
                            SELECT DISTINCT case_id FROM %2$s WHERE case_id > :after AND %3$s ORDER BY 1 LIMIT :most)
                        ORDER BY case_id FOR UPDATE SKIP LOCKED"""
                                .formatted(reasons.column(), reasons.table(), left))
                .bind("newest", seal.newestPrefix())
                .bind("after", after)
                .bind("most", CASES)
                .map((row, ctx) -> new Row(row.getObject(1, UUID.class), row.getString(2), row.getString(3)))
                .list();
        var sealed = 0;
        for (var row : rows) sealed += reseal(h, reasons, row) ? 1 : 0;
        return new Pass.Progress<>(
                rows.isEmpty() ? null : rows.get(rows.size() - 1).caseId(), sealed, rows.size() - sealed);
    }

    private boolean reseal(Handle h, Reasons reasons, Row row) {
        var context = SealedText.ofOffice(row.caseId());
        try {
            var text = seal.seal(SealedText.openText(seal, context, row.text()), context);
            h.createUpdate("UPDATE %s SET %s = :text WHERE ctid = CAST(:place AS tid)"
                            .formatted(reasons.table(), reasons.column()))
                    .bind("text", text)
                    .bind("place", row.place())
                    .execute();
            return true;
        } catch (IllegalStateException keyMissing) {
            return false;
        }
    }
}
