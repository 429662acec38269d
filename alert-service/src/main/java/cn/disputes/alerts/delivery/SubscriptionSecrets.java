package cn.disputes.alerts.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the secrets that webhooks are signed with and seals them for the database: AES-256-GCM under a key derived for
 * this use alone, bound to the subscription, so that a sealed secret copied to another row does not open.
 */
@ApplicationScoped
class SubscriptionSecrets {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int SECRET_BYTES = 32;

    private record Key(String id, SecretKeySpec aes) {}

    private final List<Key> keys;
    private final SecureRandom random = new SecureRandom();

    @Inject
    SubscriptionSecrets(DeliveryConfig config) {
        this(config.secretKey()
                .or(() -> config.secretKeyFile().map(SubscriptionSecrets::file))
                .orElse(""));
    }

    /** @param configured keys of 32 bytes in Base64, separated by commas or white space, the newest first; may be empty */
    SubscriptionSecrets(String configured) {
        keys = Stream.of(configured.strip().split("[\\s,]+"))
                .filter(text -> !text.isEmpty())
                .map(SubscriptionSecrets::key)
                .toList();
    }

    /** Without a key no webhook can be kept; mail needs none. */
    boolean available() {
        return !keys.isEmpty();
    }

    /** What every secret sealed under the newest key begins with. */
    String newestPrefix() {
        return keys.get(0).id() + ".";
    }

    /** A new secret as Standard Webhooks writes it: {@code whsec_} and Base64. */
    String make() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return WebhookSignature.PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    String seal(String secret, String subscription) {
        try {
            var key = keys.get(0);
            var nonce = new byte[NONCE];
            random.nextBytes(nonce);
            var sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, subscription)
                    .doFinal(secret.getBytes(StandardCharsets.UTF_8));
            var both = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, both, NONCE, sealed.length);
            return key.id() + "." + Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException sealed under a key that is not configured, or for another subscription */
    String open(String envelope, String subscription) {
        var parts = envelope.split("\\.", 2);
        var key = keys.stream()
                .filter(k -> k.id().equals(parts[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("secret sealed under a key that is not configured"));
        try {
            var both = Base64.getDecoder().decode(parts[1]);
            var opened = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(both, NONCE), subscription)
                    .doFinal(both, NONCE, both.length - NONCE);
            return new String(opened, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException tampered) {
            throw new IllegalStateException("sealed secret does not open");
        }
    }

    private static Cipher cipher(int mode, Key key, byte[] nonce, String subscription) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.aes(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(subscription.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static Key key(String base64) {
        byte[] master;
        try {
            master = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            master = new byte[0];
        }
        if (master.length != 32) throw new IllegalArgumentException("delivery.secret-key is not Base64 of 32 bytes");
        return new Key(
                HexFormat.of().formatHex(Arrays.copyOf(derive(master, "id of a subscription key"), 4)),
                new SecretKeySpec(derive(master, "secrets of subscriptions"), "AES"));
    }

    private static byte[] derive(byte[] master, String use) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(master, "HmacSHA256"));
            return mac.doFinal(use.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String file(String name) {
        try {
            return Files.readString(Path.of(name));
        } catch (IOException e) {
            throw new UncheckedIOException("delivery.secret-key-file cannot be read", e);
        }
    }
}
