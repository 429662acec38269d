package cn.disputes.deploy.operations;

import cn.disputes.deploy.local.TokenIssuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;

/** The three services: their names, the ports their code gives them and their databases. */
enum Service {
    CASES("case-service", "cases"),
    ALERTS("alert-service", "alerts"),
    STATS("stats-service", "stats");

    /** The repository; Maven runs the tests in this module's folder. */
    static final Path HOME = Path.of("").toAbsolutePath().getParent().getParent();

    static final Path DEPLOY = HOME.resolve("deploy");

    final String title;
    final String database;

    Service(String title, String database) {
        this.title = title;
        this.database = database;
    }

    static List<String> titles() {
        return Arrays.stream(values()).map(service -> service.title).toList();
    }

    Path application() {
        return HOME.resolve(title).resolve("target/quarkus-app");
    }

    /** What is in it, part by part; made when it is packaged. */
    Path billOfMaterials() {
        return application().resolveSibling("bom.json");
    }

    /**
     * What each is told: its database, whose tokens it trusts, and where the feeds are.
     *
     * @return may be added to
     */
    Map<String, String> environment(
            String url, String user, String password, TokenIssuer tokens, Function<Service, String> address) {
        return new HashMap<>(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                url,
                "QUARKUS_DATASOURCE_USERNAME",
                user,
                "QUARKUS_DATASOURCE_PASSWORD",
                password,
                "QUARKUS_OIDC_PUBLIC_KEY",
                tokens.publicKey(),
                "FEEDS_TOKEN",
                tokens.token(Set.of("service"), "100000", null, "suite", Duration.ofHours(2)),
                "FEEDS_CASE_SERVICE_URL",
                address.apply(CASES),
                "FEEDS_ALERT_SERVICE_URL",
                address.apply(ALERTS)));
    }

    /** As its own code says. */
    int port() {
        var properties = new Properties();
        try (var in = Files.newInputStream(HOME.resolve(title).resolve("src/main/resources/application.properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return Integer.parseInt(properties.getProperty("quarkus.http.port"));
    }
}
