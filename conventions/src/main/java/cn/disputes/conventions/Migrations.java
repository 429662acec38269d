package cn.disputes.conventions;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.ds.PGSimpleDataSource;

/** A migration of much data may take longer than anybody's request: it has connections of its own, which wait. */
@Singleton
class Migrations implements FlywayConfigurationCustomizer {
    private final String url;
    private final Optional<String> user;
    private final Optional<String> password;

    Migrations(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    @Override
    public void customize(FluentConfiguration flyway) {
        var unhurried = new PGSimpleDataSource();
        unhurried.setUrl(url);
        user.ifPresent(unhurried::setUser);
        password.ifPresent(unhurried::setPassword);
        unhurried.setTargetServerType("primary");
        unhurried.setOptions("-c TimeZone=Asia/Shanghai");
        flyway.dataSource(unhurried);
    }
}
