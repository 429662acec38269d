package cn.disputes.cases.document;

import cn.disputes.cases.privacy.Seal;
import cn.disputes.contract.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.BiConsumer;

/** A file that has arrived whole: what its document will say of it. Its parts lie sealed where they were put. */
final class ArrivedFile {
    private static final int PART = 256 * 1024;
    private static final long MOST = 50L * 1024 * 1024;

    final UUID id;
    final String name;
    final FileType type;
    final int parts;
    final long size;
    final String sha256;

    private ArrivedFile(UUID id, String name, FileType type, int parts, long size, String sha256) {
        this.id = id;
        this.name = name;
        this.type = type;
        this.parts = parts;
        this.size = size;
        this.sha256 = sha256;
    }

    /**
     * Takes a file in, a part in memory at a time.
     *
     * @param name without an ending
     * @param keep takes each part, by its number, sealed for the document
     * @throws IOException whoever sends it is gone
     */
    static ArrivedFile of(
            UUID id, String name, FileType type, InputStream content, Seal seal, BiConsumer<Integer, byte[]> keep)
            throws IOException {
        var size = 0L;
        var hash = hash();
        var parts = 0;
        for (var part = content.readNBytes(PART); part.length > 0; part = content.readNBytes(PART)) {
            size += part.length;
            if (size > MOST) throw new ProblemException(DocumentProblem.TOO_LARGE);
            hash.update(part);
            keep.accept(parts, seal.sealBytes(part, Seal.partOf(id, parts)));
            parts++;
        }
        return new ArrivedFile(id, name, type, parts, size, HexFormat.of().formatHex(hash.digest()));
    }

    private static MessageDigest hash() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
