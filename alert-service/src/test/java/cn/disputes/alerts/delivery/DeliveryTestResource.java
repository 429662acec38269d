package cn.disputes.alerts.delivery;

import static java.util.Map.entry;

import cn.disputes.deploy.local.DataKeyFile;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** A key for secrets, leave to call the machine itself, little patience, and a port on which the test keeps a mail server. */
public class DeliveryTestResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        try (var free = new ServerSocket(0)) {
            var port = Integer.toString(free.getLocalPort());
            return Map.ofEntries(
                    // traced, and nothing told to a collector
                    entry("tracing.off", "false"),
                    entry("tracing.ratio", "0"),
                    entry("delivery.secret-key", DataKeyFile.random()),
                    entry("delivery.webhook.http-allowed", "true"),
                    entry("delivery.webhook.allowed-networks", "127.0.0.0/8"),
                    entry("delivery.patience", "3s"),
                    entry("delivery.attempts", "3"),
                    entry("quarkus.mailer.mock", "false"),
                    entry("quarkus.mailer.from", "disputes@example.org"),
                    entry("quarkus.mailer.host", "127.0.0.1"),
                    entry("quarkus.mailer.port", port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // nothing is kept
    }
}
