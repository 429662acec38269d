package cn.disputes.cases.privacy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** The seal under the configured keys. Without a key the service does not start: there is no default secret. */
class SealProducer {
    private static final String ASK = " PERSONAL_DATA_KEY 须为 Base64 编码的32字节密钥（openssl rand -base64 32），或用"
            + " PERSONAL_DATA_KEY_FILE 指明存放它的文件 / Set PERSONAL_DATA_KEY to 32 bytes in Base64, or"
            + " PERSONAL_DATA_KEY_FILE to a file that holds them";

    @Produces
    @Singleton
    Seal seal(
            @ConfigProperty(name = "personal-data.key") Optional<String> key,
            @ConfigProperty(name = "personal-data.key-file") Optional<Path> file) {
        try {
            var configured = key.isPresent() || file.isEmpty() ? key.orElse("") : Files.readString(file.get());
            if (configured.isBlank()) throw new ConfigurationException("没有个人信息密钥 / No key for personal data." + ASK);
            return new Seal(DataKeys.parse(configured));
        } catch (IOException unreadable) {
            throw new ConfigurationException("无法读取密钥文件 / The key file cannot be read." + ASK);
        } catch (IllegalArgumentException notAKey) {
            throw new ConfigurationException("密钥无效 / Invalid key: " + notAKey.getMessage() + "." + ASK);
        }
    }

    /** Before anything else reads a row. */
    void offer(@Observes @Priority(1) StartupEvent started, Jdbi jdbi, Seal seal) {
        jdbi.getConfig(SealConfig.class).use(seal);
    }
}
