package cn.disputes.alerts.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How letters go out. */
@ConfigMapping(prefix = "delivery")
public interface DeliveryConfig {
    /** How often recipients are found for what is new. */
    @WithDefault("5s")
    String routeEvery();

    /** How often what is due is sent. */
    @WithDefault("2s")
    String sendEvery();

    /** How often it is counted what waits, for the metrics. */
    @WithDefault("15s")
    String watchEvery();

    /**
     * Days that letters are kept after they arrived or died; then only who was told of what, when and why. Six months, as
     * long as the Cybersecurity Law asks for logs: within it a dead letter can be replayed and a receiver's question
     * answered, and what is personal is kept no longer than that.
     */
    @WithDefault("184")
    int keepDays();

    /** How often it is looked for what has been kept long enough. */
    @WithDefault("6h")
    String forgetEvery();

    /** Notices or letters in one transaction. */
    @WithDefault("200")
    int chunk();

    /** Letters on their way at once to recipients that answer. */
    @WithDefault("6")
    int places();

    /** Letters on their way at once to recipients that failed last time; kept apart, so that they delay nobody else. */
    @WithDefault("2")
    int troubledPlaces();

    /** Tries that the recipient answers and refuses before a letter is dead. */
    @WithDefault("8")
    int attempts();

    /**
     * How long a letter is tried while its recipient is down, from its first failed try on, before it is dead. Longer than
     * a weekend without anybody at the mail server.
     */
    @WithDefault("3d")
    Duration giveUpAfter();

    @WithDefault("30s")
    Duration firstPause();

    @WithDefault("6h")
    Duration longestPause();

    /** After this a letter in hand is free again: its replica has died. Longer than a try may take. */
    @WithDefault("2m")
    Duration lease();

    /** The longest a try may take, answer included. */
    @WithDefault("10s")
    Duration patience();

    /** What lay unrouted longer than this is not told any more. */
    @WithDefault("7d")
    Duration stale();

    /** How long the secret before the present one still signs. */
    @WithDefault("24h")
    Duration oldSecretFor();

    /** What the secrets of webhooks are sealed with: 32 bytes in Base64, the newest first. */
    Optional<String> secretKey();

    /** A file that holds the same. */
    Optional<String> secretKeyFile();

    Webhook webhook();

    /** Where webhooks may point. */
    interface Webhook {
        /** {@code http:} too; only where the network itself is trusted. */
        @WithDefault("false")
        boolean httpAllowed();

        /** Private or loopback networks that are allowed all the same, such as {@code 10.12.0.0/16}. */
        Optional<List<String>> allowedNetworks();
    }
}
