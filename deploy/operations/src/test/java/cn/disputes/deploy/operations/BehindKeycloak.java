package cn.disputes.deploy.operations;

import cn.disputes.deploy.local.LocalPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Services behind a real Keycloak: its realm as shipped, the services told what the compose file tells them. */
final class BehindKeycloak implements AutoCloseable {
    final Map<Service, Running> services = new EnumMap<>(Service.class);
    final Map<Service, String> addresses = new EnumMap<>(Service.class);
    final Secrets secrets;
    final Keycloak keycloak;
    private final LocalPostgres postgres;
    private final Path target;

    /** The services start while their provider is still away. */
    BehindKeycloak(Path target, List<Service> wanted) throws IOException, InterruptedException {
        var ports = Ports.free(5);
        // people and services reach it by different names, as in the compose file
        secrets = Secrets.make(target.resolve("secrets"), "http://localhost:" + ports.get(3));
        postgres = LocalPostgres.startThrowaway(target.resolve("postgres"));
        Databases.make(postgres.port(), "", secrets.variables());
        for (var service : Service.values()) addresses.put(service, "http://127.0.0.1:" + ports.get(service.ordinal()));
        keycloak = Keycloak.start(
                postgres,
                ports.get(3),
                ports.get(4),
                secrets.variables(),
                addresses.get(Service.ALERTS),
                addresses.get(Service.STATS));
        this.target = target;
        for (var service : wanted)
            services.put(service, run(service, ports.get(service.ordinal()), service.title, Map.of()));
        for (var service : wanted) services.get(service).awaitReady(addresses.get(service) + "/q/health/ready", 90);
        keycloak.awaitReady();
    }

    /** A replica over the same database. */
    Running run(Service service, int port, String log, Map<String, String> more) throws IOException {
        var environment = new HashMap<>(secrets.environment(service.title));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.url(service.database));
        environment.replaceAll((name, value) -> value.replace("http://keycloak:8080", keycloak.inside())
                .replace("http://case-service:8081", addresses.get(Service.CASES))
                .replace("http://alert-service:8082", addresses.get(Service.ALERTS)));
        environment.putAll(more);
        return Running.service(service, port, environment, target.resolve(log + ".log"));
    }

    String realm() {
        return keycloak.outside() + "/realms/disputes";
    }

    String at(Service service, String path) {
        return addresses.get(service) + path;
    }

    @Override
    public void close() throws InterruptedException, IOException {
        for (var service : services.values()) service.close();
        keycloak.close();
        postgres.close();
    }
}
