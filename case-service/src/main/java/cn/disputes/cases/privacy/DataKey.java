package cn.disputes.cases.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One master key of 32 bytes, and what follows from it: a name that may be shown, a key that encrypts, and a key under
 * which numbers are searched. None of them gives the others away.
 */
final class DataKey {
    static final int LENGTH = 32;

    /** Eight hex digits, the same wherever the same key is configured. */
    final String id;

    final SecretKeySpec encryption;
    private final SecretKeySpec search;

    DataKey(byte[] master) {
        if (master.length != LENGTH) throw new IllegalArgumentException("not " + LENGTH + " bytes");
        var key = new SecretKeySpec(master, "HmacSHA256");
        id = HexFormat.of().formatHex(Arrays.copyOf(hmac(key, "id"), 4));
        encryption = new SecretKeySpec(hmac(key, "encryption"), "AES");
        search = new SecretKeySpec(hmac(key, "search"), "HmacSHA256");
    }

    /** A keyed hash: the same for the same text, worth nothing without the key. */
    byte[] hash(String text) {
        return hmac(search, text);
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
