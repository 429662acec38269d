package cn.disputes.deploy.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

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
