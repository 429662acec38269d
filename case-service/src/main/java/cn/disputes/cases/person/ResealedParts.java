package cn.disputes.cases.person;

import cn.disputes.cases.privacy.Seal;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The parts of documents among what {@link Resealing} brings under the newest key. */
final class ResealedParts {
    private static final int CHUNK = 20;

    private final Seal seal;

    ResealedParts(Seal seal) {
        this.seal = seal;
    }

    int run(Jdbi jdbi) {
        var sealed = 0;
        for (var more = true; more; ) {
            var chunk = jdbi.inTransaction(this::chunk);
            sealed += chunk;
            more = chunk > 0;
        }
        return sealed;
    }

    int chunk(Handle h) {
        return h
                .createQuery(
                        """
                        SELECT document_id, part, content, sealed FROM case_document_part
                        WHERE NOT sealed OR substring(content FROM 1 FOR 4) <> :newest
                        LIMIT :most FOR UPDATE SKIP LOCKED""")
                .bind("newest", seal.newestId())
                .bind("most", CHUNK)
                .map((row, ctx) ->
                        new Part(row.getObject(1, UUID.class), row.getInt(2), row.getBytes(3), row.getBoolean(4)))
                .list()
                .stream()
                .mapToInt(part -> reseal(h, part))
                .sum();
    }

    private int reseal(Handle h, Part part) {
        var context = Seal.partOf(part.document(), part.number());
        var plain = part.sealed() ? seal.openBytes(part.content(), context) : part.content();
        return h.createUpdate(
                        "UPDATE case_document_part SET content = :content, sealed = true WHERE document_id = :id AND part = :part")
                .bind("content", seal.sealBytes(plain, context))
                .bind("id", part.document())
                .bind("part", part.number())
                .execute();
    }

    private record Part(UUID document, int number, byte[] content, boolean sealed) {}
}
