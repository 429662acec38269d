package cn.disputes.deploy.operations;

import static io.restassured.RestAssured.given;

import cn.disputes.deploy.local.DataKeyFile;
import cn.disputes.deploy.local.LocalPostgres;
import cn.disputes.deploy.local.TokenIssuer;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The three packaged services over a database of their own, thrown away at the end. */
final class ThreeServices implements AutoCloseable {
    final LocalPostgres postgres;
    final Map<Service, String> addresses = new EnumMap<>(Service.class);
    private final Path folder;
    private final TokenIssuer tokens = TokenIssuer.generate();
    private final String key = DataKeyFile.random();
    private final List<Running> running = new ArrayList<>();

    private ThreeServices(Path folder, LocalPostgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    static ThreeServices open(Path folder) throws IOException {
        var trial = new ThreeServices(folder, LocalPostgres.startThrowaway(folder.resolve("postgres")));
        for (var service : Service.values()) trial.postgres.createDatabase(service.database);
        return trial;
    }

    /** Starts all three as they are built here, each telling the others where it is. */
    ThreeServices start(Map<String, String> settings) throws IOException {
        addresses.putAll(begin("present", Service.HOME, settings));
        return this;
    }

    /**
     * Starts all three and waits until they are ready.
     *
     * @param home the repository in whose {@code target} folders they lie
     */
    Map<Service, String> begin(String release, Path home, Map<String, String> settings) throws IOException {
        var ports = Ports.free(3);
        var at = new EnumMap<Service, String>(Service.class);
        for (var service : Service.values()) at.put(service, "http://127.0.0.1:" + ports.get(service.ordinal()));
        var begun = new EnumMap<Service, Running>(Service.class);
        for (var service : Service.values()) {
            var one = Running.application(
                    home.resolve(service.title).resolve("target/quarkus-app"),
                    ports.get(service.ordinal()),
                    environment(service, at, settings),
                    log(release, service));
            running.add(one);
            begun.put(service, one);
        }
        for (var service : Service.values()) begun.get(service).awaitReady(at.get(service) + "/q/health/ready", 120);
        return at;
    }

    private Map<String, String> environment(Service service, Map<Service, String> at, Map<String, String> settings) {
        var environment = service.environment(
                postgres.url(service.database), postgres.user(), postgres.password(), tokens, at::get);
        environment.put("LC_ALL", "C.UTF-8");
        if (service == Service.CASES) environment.put("PERSONAL_DATA_KEY", key);
        environment.putAll(settings);
        return environment;
    }

    Path log(String release, Service service) {
        return folder.resolve(release + "-" + service.title + ".log");
    }

    String token(String role, String region) {
        return tokens.token(Set.of(role), region, null, role, Duration.ofHours(1));
    }

    RequestSpecification as(String role) {
        return given().auth().oauth2(token(role, "330700")).contentType("application/json");
    }

    String at(Service service, String path) {
        return addresses.get(service) + path;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (var one : running) one.close();
        postgres.close();
    }
}
