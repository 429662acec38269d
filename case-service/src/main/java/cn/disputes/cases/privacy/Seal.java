package cn.disputes.cases.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts what is personal (AES-256-GCM, a random nonce each time). The envelope names its key and version; the
 * context, such as the id of the case, is bound in, so that a sealed text moved elsewhere does not open.
 */
public final class Seal {
    private static final String VERSION = "v1";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_ID = 4;

    private final DataKeys keys;
    private final SecureRandom random = new SecureRandom();

    public Seal(DataKeys keys) {
        this.keys = keys;
    }

    /** {@code v1.<key>.<nonce and text, Base64>}. */
    public String seal(String text, String context) {
        var sealed = encrypt(keys.newest(), text.getBytes(StandardCharsets.UTF_8), context);
        return newestPrefix() + Base64.getEncoder().withoutPadding().encodeToString(sealed);
    }

    /** @throws IllegalStateException the key is not configured, or the text is not what was sealed in this context */
    public String open(String envelope, String context) {
        var parts = envelope.split("\\.", 3);
        if (parts.length != 3 || !parts[0].equals(VERSION)) throw new IllegalStateException("no sealed text");
        var opened = decrypt(keys.of(parts[1]), Base64.getDecoder().decode(parts[2]), context);
        return new String(opened, StandardCharsets.UTF_8);
    }

    /** What every text sealed under the newest key begins with. */
    public String newestPrefix() {
        return VERSION + "." + keys.newest().id + ".";
    }

    /** What every content sealed under the newest key begins with. */
    public byte[] newestId() {
        return HexFormat.of().parseHex(keys.newest().id);
    }

    /** The context of a part of a document. */
    public static String partOf(UUID document, int number) {
        return "part " + number + " of " + document;
    }

    /** As {@link #seal}, for content: key id, nonce and content in one. */
    public byte[] sealBytes(byte[] content, String context) {
        var sealed = encrypt(keys.newest(), content, context);
        return ByteBuffer.allocate(KEY_ID + sealed.length)
                .put(newestId())
                .put(sealed)
                .array();
    }

    public byte[] openBytes(byte[] sealed, String context) {
        var key = keys.of(HexFormat.of().formatHex(sealed, 0, KEY_ID));
        return decrypt(key, Arrays.copyOfRange(sealed, KEY_ID, sealed.length), context);
    }

    /** The hash under the newest key by which an equal text is found again. */
    public String hash(String text) {
        return hash(keys.newest(), text);
    }

    /** The hashes an equal text may have: one per key in use. */
    public List<String> hashes(String text) {
        return keys.all().stream().map(key -> hash(key, text)).toList();
    }

    private static String hash(DataKey key, String text) {
        var bytes = Arrays.copyOf(key.hash(text), 16);
        return key.id + "." + Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] encrypt(DataKey key, byte[] plain, String context) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, context);
            var sealed = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decrypt(DataKey key, byte[] sealed, String context) {
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE), context);
            return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException | IllegalArgumentException tampered) {
            throw new IllegalStateException("sealed data does not open");
        }
    }

    private static Cipher cipher(int mode, DataKey key, byte[] nonce, String context) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.encryption, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
