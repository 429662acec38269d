package cn.disputes.deploy.local;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** Gives a Quarkus test a PostgreSQL of its own the key its tokens are signed with, and one for personal data. */
public class PostgresTestResource implements QuarkusTestResourceLifecycleManager {
    private LocalPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            postgres = LocalPostgres.startThrowaway(Files.createTempDirectory("disputes-test"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        postgres.createDatabase("test");
        return Map.of(
                "quarkus.datasource.jdbc.url", postgres.url("test"),
                "quarkus.datasource.username", postgres.user(),
                "quarkus.datasource.password", postgres.password(),
                "quarkus.oidc.public-key", TestTokens.issuer().publicKey(),
                "personal-data.key", DataKeyFile.random());
    }

    @Override
    public void stop() {
        try {
            if (postgres != null) postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
