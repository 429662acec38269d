package cn.disputes.deploy.operations;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody with a password and, after the first login, an authenticator on the telephone. */
final class Person {
    private static final int PERIOD = 30;

    final String id;
    final String username;
    final String password;
    private String secret;
    private long lastStep;

    Person(String id, String username, String password) {
        this.id = id;
        this.username = username;
        this.password = password;
    }

    /** @param secret as the page of the first login shows it */
    void enrol(String secret) {
        this.secret = secret;
    }

    boolean enrolled() {
        return secret != null;
    }

    /** The six digits of RFC 6238; never the same twice, for Keycloak takes each once and the next one early. */
    String code() {
        lastStep = Math.max(Instant.now().getEpochSecond() / PERIOD, lastStep + 1);
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(lastStep).array());
            var offset = hash[hash.length - 1] & 0xf;
            var number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
