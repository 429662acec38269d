package cn.disputes.conventions.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The service's own bearer token: a file that whoever issues it may renew at any time, or a fixed value. */
@ApplicationScoped
public class FeedToken implements Supplier<String> {
    private final Optional<String> token;
    private final Optional<String> file;

    FeedToken(
            @ConfigProperty(name = "feeds.token") Optional<String> token,
            @ConfigProperty(name = "feeds.token-file") Optional<String> file) {
        this.token = token;
        this.file = file;
    }

    @Override
    public String get() {
        if (file.isEmpty()) return token.orElse("");
        try {
            return Files.readString(Path.of(file.get())).trim();
        } catch (IOException e) {
            throw new UncheckedIOException("feeds.token-file cannot be read", e);
        }
    }
}
