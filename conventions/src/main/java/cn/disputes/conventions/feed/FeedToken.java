package cn.disputes.conventions.feed;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The service's own bearer token: from a file that whoever issues it may renew at any time, a fixed value, or fetched
 * from the identity provider with the service's own id and secret (client credentials) and renewed before it runs out.
 */
@ApplicationScoped
public class FeedToken implements Supplier<String> {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Optional<String> token;
    private final Optional<String> file;
    private final boolean login;
    private final OidcClient provider;
    private final TokensHelper tokens = new TokensHelper();

    FeedToken(
            @ConfigProperty(name = "feeds.token") Optional<String> token,
            @ConfigProperty(name = "feeds.token-file") Optional<String> file,
            @ConfigProperty(name = "feeds.login", defaultValue = "false") boolean login,
            OidcClient provider) {
        this.token = token;
        this.file = file;
        this.login = login;
        this.provider = provider;
    }

    /** Fails with a {@link RuntimeException} when the file cannot be read or the provider gives none. */
    @Override
    public String get() {
        if (file.isPresent()) return read(Path.of(file.get()));
        if (token.isPresent() || !login) return token.orElse("");
        return tokens.getTokens(provider).await().atMost(PATIENCE).getAccessToken();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).trim();
        } catch (IOException e) {
            throw new UncheckedIOException("feeds.token-file cannot be read", e);
        }
    }
}
