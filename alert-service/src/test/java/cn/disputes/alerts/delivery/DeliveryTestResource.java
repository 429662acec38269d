package cn.disputes.alerts.delivery;

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
            return Map.of(
                    "delivery.secret-key", DataKeyFile.random(),
                    "delivery.webhook.http-allowed", "true",
                    "delivery.webhook.allowed-networks", "127.0.0.0/8",
                    "delivery.patience", "3s",
                    "delivery.attempts", "3",
                    "quarkus.mailer.mock", "false",
                    "quarkus.mailer.from", "disputes@example.org",
                    "quarkus.mailer.host", "127.0.0.1",
                    "quarkus.mailer.port", port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // nothing is kept
    }
}
