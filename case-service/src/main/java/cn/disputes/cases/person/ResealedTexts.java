package cn.disputes.cases.person;

import cn.disputes.cases.casefile.SealedText;
import cn.disputes.cases.privacy.Seal;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The free text of steps and proposals among what {@link Resealing} brings under the newest key. */
final class ResealedTexts {
    private static final int CHUNK = 500;

    /** Before the first of any table. */
    static final Key FIRST = new Key(new UUID(0, 0), 0);

    private static final List<String> STEPS =
            List.of("reconsideration_step", "litigation_step", "supervision_document_step");

    private final Seal seal;

    ResealedTexts(Seal seal) {
        this.seal = seal;
    }

    /** A row by its case and sequence; a proposal by its id. */
    record Key(UUID id, int sequence) {}

    int run(Jdbi jdbi) {
        var sealed = pass(jdbi, "approval");
        for (var table : STEPS) sealed += pass(jdbi, table);
        return sealed;
    }

    private int pass(Jdbi jdbi, String table) {
        return Pass.through(jdbi, table, FIRST, (h, after) -> chunk(h, table, after));
    }

    /** A row somebody works on is left to the next run; no version and no event changes. */
    Pass.Progress<Key> chunk(Handle h, String table, Key after) {
        var proposals = table.equals("approval");
        var rows = h.createQuery(
                        """
                        SELECT %1$s, body::text AS body, %2$s AS note FROM %3$s
                        WHERE sealed_under IS DISTINCT FROM 'NONE' AND sealed_under IS DISTINCT FROM :newest AND %4$s
                        ORDER BY 1, 2 LIMIT :most FOR UPDATE SKIP LOCKED"""
                                .formatted(
                                        proposals ? "id, 0" : "case_id, sequence",
                                        proposals ? "note" : "NULL",
                                        table,
                                        proposals ? "id > :id" : "(case_id, sequence) > (:id, :sequence)"))
                .bind("newest", seal.newestPrefix())
                .bind("id", after.id())
                .bind("sequence", after.sequence())
                .bind("most", CHUNK)
                .map((row, ctx) ->
                        new Row(row.getObject(1, UUID.class), row.getInt(2), row.getString(3), row.getString(4)))
                .list();
        var sealed = 0;
        var unreadable = 0;
        for (var row : rows) {
            try {
                if (proposals ? proposal(h, row) : step(h, table, row)) sealed++;
            } catch (IllegalStateException keyMissing) {
                unreadable++;
            }
        }
        return new Pass.Progress<>(
                rows.isEmpty() ? null : rows.get(rows.size() - 1).key(), sealed, unreadable);
    }

    /** Says whether a text was sealed anew, and not only found to be so already. */
    private boolean step(Handle h, String table, Row row) {
        var old = !SealedText.isNewest(seal, row.body());
        var text = SealedText.resealed(seal, SealedText.ofCase(row.id()), row.body());
        h.createUpdate(
                        "UPDATE " + table
                                + " SET body = CAST(:body AS jsonb), sealed_under = :under WHERE case_id = :id AND sequence = :sequence")
                .bind("body", text.json())
                .bind("under", text.under())
                .bind("id", row.id())
                .bind("sequence", row.sequence())
                .execute();
        return old;
    }

    private boolean proposal(Handle h, Row row) {
        var context = SealedText.ofProposal(row.id());
        var old = !SealedText.isNewest(seal, row.body())
                || row.note() != null && !row.note().startsWith(seal.newestPrefix());
        var text = SealedText.resealed(seal, context, row.body());
        var note = row.note() == null ? null : seal.seal(SealedText.openText(seal, context, row.note()), context);
        h.createUpdate(
                        "UPDATE approval SET body = CAST(:body AS jsonb), note = :note, sealed_under = :under WHERE id = :id")
                .bind("body", text.json())
                .bind("note", note)
                .bind("under", note == null ? text.under() : seal.newestPrefix())
                .bind("id", row.id())
                .execute();
        return old;
    }

    private record Row(UUID id, int sequence, String body, String note) {
        Key key() {
            return new Key(id, sequence);
        }
    }
}
