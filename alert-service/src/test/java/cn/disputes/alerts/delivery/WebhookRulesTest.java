package cn.disputes.alerts.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.UnknownHostException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookRulesTest {
    /** The reference vector that the libraries of Standard Webhooks test themselves by. */
    @Test
    void signsAsTheReferenceDoes() {
        assertEquals(
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                WebhookSignature.header(
                        List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330,
                        "{\"test\": 2432232314}"));
    }

    @Test
    void signsWithEverySecretInForce() {
        var secrets = new SubscriptionSecrets(key(1));
        var header = WebhookSignature.header(List.of(secrets.make(), secrets.make()), "id", 1, "{}");
        assertEquals(2, header.split(" ").length);
        assertTrue(header.matches("v1,[A-Za-z0-9+/]{43}= v1,[A-Za-z0-9+/]{43}="), header);
    }

    private static String key(int fill) {
        var bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void keepsSecretsSealedEachInItsOwnPlace() {
        var secrets = new SubscriptionSecrets(key(1));
        var secret = secrets.make();
        var sealed = secrets.seal(secret, "a");
        assertFalse(sealed.contains(secret.substring(6)));
        assertNotEquals(sealed, secrets.seal(secret, "a"));
        assertEquals(secret, secrets.open(sealed, "a"));
        assertThrows(IllegalStateException.class, () -> secrets.open(sealed, "b"));
        assertEquals(
                secret, new SubscriptionSecrets(key(2) + "," + key(1)).open(sealed, "a"), "after a change of keys");
        assertThrows(IllegalStateException.class, () -> new SubscriptionSecrets(key(2)).open(sealed, "a"));
        assertFalse(new SubscriptionSecrets("").available());
    }

    @ParameterizedTest
    @ValueSource(strings = {"c2hvcnQ=", "not base64!"})
    void refusesWhatIsNoKeyWithoutQuotingIt(String configured) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> new SubscriptionSecrets(configured));
        assertFalse(refusal.getMessage().contains(configured));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/x",
                "ftp://example.org/x",
                "https://user:pass@example.org/",
                "https://example.org/#x",
                "https:///x",
                "not an address",
                "https://127.0.0.1/",
                "https://10.1.2.3/",
                "https://172.31.0.1/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[fc00::1]/",
                "https://[fe80::1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[2002:7f00:1::]/"
            })
    void refusesWhatIsNotAPublicHttpsAddress(String url) {
        assertNotNull(new WebhookTarget(false, List.of()).refusal(url), url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/hooks?a=b", "https://203.107.1.1:8443/", "https://[2400:3200::1]/"})
    void takesPublicHttpsAddresses(String url) {
        assertNull(new WebhookTarget(false, List.of()).refusal(url), url);
    }

    @Test
    void judgesANameByEveryAddressItHas() {
        var uri = URI.create("https://localhost/");
        assertNull(
                new WebhookTarget(false, List.of()).refusal(uri.toString()), "a name is judged when it is looked up");
        assertThrows(UnknownHostException.class, () -> new WebhookTarget(false, List.of()).resolve(uri));
    }

    @Test
    void takesPrivateNetworksThatAreConfigured() throws UnknownHostException {
        var targets = new WebhookTarget(true, List.of("127.0.0.0/8", "::1", "10.12.0.0/16"));
        assertNull(targets.refusal("http://127.0.0.1:9/"));
        assertNull(targets.refusal("https://10.12.255.255/"));
        assertNotNull(targets.refusal("https://10.13.0.1/"));
        assertTrue(targets.resolve(URI.create("http://localhost/")).isLoopbackAddress());
    }
}
