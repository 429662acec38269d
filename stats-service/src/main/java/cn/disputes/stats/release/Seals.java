package cn.disputes.stats.release;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * The hash of a release: SHA-256 over its content's text, then each case's text in order, then each list as {@code indicator
 * from to set ranges} sorted by that key, every one ended by a line feed. The content names the release before by its
 * hash.
 */
final class Seals {
    private final MessageDigest digest;

    private Seals() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hash(String content, SealedCases sealed) {
        var seal = new Seals();
        seal.line(content);
        sealed.cases().forEach(one -> seal.line(one.text()));
        sealed.lists().entrySet().stream()
                .map(list -> name(list.getKey()) + " " + RowList.write(list.getValue()))
                .sorted(Comparator.naturalOrder())
                .forEach(seal::line);
        return HexFormat.of().formatHex(seal.digest.digest());
    }

    private static String name(RowList.Key key) {
        return key.indicator() + " " + key.from() + " " + key.to() + " " + key.set();
    }

    private void line(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }
}
