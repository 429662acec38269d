package cn.disputes.alerts.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Standard Webhooks 1.0 asks: HMAC-SHA256 over {@code id.timestamp.body}, one entry for every secret in force. */
final class WebhookSignature {
    static final String PREFIX = "whsec_";

    private WebhookSignature() {}

    /** @return the header {@code webhook-signature}: {@code v1,<Base64>} for every secret, separated by spaces */
    static String header(List<String> secrets, String id, long timestamp, String body) {
        var content = id + "." + timestamp + "." + body;
        return secrets.stream().map(secret -> "v1," + sign(secret, content)).collect(Collectors.joining(" "));
    }

    private static String sign(String secret, String content) {
        try {
            var key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
