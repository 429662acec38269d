package cn.disputes.deploy.operations;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.DataKeyFile;
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
import java.util.function.UnaryOperator;

/** The three services under trial, so many replicas of each behind one address, and what must be right after any fault. */
final class Trial implements AutoCloseable {

    static final String CITY = "330700";

    final Map<Service, List<Replica>> replicas = new EnumMap<>(Service.class);
    private final TokenIssuer tokens = TokenIssuer.generate();
    private final Map<Service, TcpProxy> doors = new EnumMap<>(Service.class);

    /** @param url of a service's database by its name */
    Trial(String name, int each, UnaryOperator<String> url, Map<String, String> more) throws IOException {
        var folder = Path.of("target", name).toAbsolutePath();
        var ports = new java.util.ArrayDeque<>(Ports.free(each * Service.values().length));
        var key = DataKeyFile.random();
        for (var service : Service.values()) {
            var own = new ArrayList<Integer>();
            for (var i = 0; i < each; i++) own.add(ports.poll());
            doors.put(service, new TcpProxy(own));
        }
        for (var service : Service.values()) {
            var environment =
                    service.environment(url.apply(service.database), TrialPostgres.APP, "", tokens, this::address);
            environment.put("IMPORTS_LOOK_EVERY", "1s");
            // nine of them starting on two cores wait for the processor for seconds: no fault, and no stack trace
            environment.put("QUARKUS_VERTX_WARNING_EXCEPTION_TIME", "60S");
            environment.putAll(more);
            if (service == Service.CASES) environment.put("PERSONAL_DATA_KEY", key);
            var all = new ArrayList<Replica>();
            for (var port : doors.get(service).targets())
                all.add(new Replica(service, port, environment, folder.resolve(service.title + "-" + port + ".log")));
            replicas.put(service, all);
        }
    }

    void start() throws IOException {
        // the first of each migrates; the others find it done
        for (var of : replicas.values()) of.get(0).start();
        for (var of : replicas.values()) of.get(0).awaitReady();
        for (var of : replicas.values()) for (var replica : of.subList(1, of.size())) replica.start();
        all().forEach(Replica::awaitReady);
    }

    List<Replica> all() {
        return replicas.values().stream().flatMap(List::stream).toList();
    }

    String address(Service service) {
        return "http://127.0.0.1:" + doors.get(service).port();
    }

    String token(String role) {
        return tokens.token(Set.of(role), CITY, null, role, Duration.ofHours(2));
    }

    RequestSpecification as(String role) {
        return given().auth().oauth2(token(role)).contentType("application/json");
    }

    void caughtUp() {
        await("the figures are caught up")
                .atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> as("statistician")
                        .get(address(Service.STATS) + "/v1/freshness")
                        .jsonPath()
                        .getBoolean("caughtUp"));
    }

    private long figure(String indicator) {
        return as("statistician")
                .get(address(Service.STATS) + "/v1/statistics?indicators=" + indicator + "&from=2020-01&to="
                        + Synthetic.today().substring(0, 7))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("rows[0].values." + indicator + ".value");
    }

    /** Feeds read to their end, nothing passed over, figures as the register's own rows count, cells as the facts. */
    void figuresAreRight(TrialPostgres postgres) {
        caughtUp();
        var cases = postgres.count(Service.CASES, "SELECT count(*) FROM reconsideration");
        var suits = postgres.count(Service.CASES, "SELECT count(*) FROM litigation");
        assertEquals(cases, figure("RECONSIDERATIONS_RECEIVED"));
        assertEquals(
                cases,
                postgres.count(Service.STATS, "SELECT count(DISTINCT id) FROM fact WHERE kind = 'RECONSIDERATION'"));
        assertEquals(
                suits, postgres.count(Service.STATS, "SELECT count(DISTINCT id) FROM fact WHERE kind = 'LITIGATION'"));
        await("alert-service knows every suit")
                .atMost(Duration.ofSeconds(60))
                .until(() -> suits == postgres.count(Service.ALERTS, "SELECT count(*) FROM litigation"));
        for (var service : List.of(Service.ALERTS, Service.STATS))
            assertEquals(0, postgres.count(service, "SELECT count(*) FROM feed_poison"), service.title);
        var rebuilt = as("statistician")
                .post(address(Service.STATS) + "/v1/rebuild")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(0, rebuilt.getLong("differences"), "facts that a new folding does not confirm");
        assertEquals(0, rebuilt.getLong("cellDifferences"), "cells that the facts do not confirm");
    }

    /** The registers' numbers: none twice and, where nothing was imported, none left out. */
    static void numbersAreRight(TrialPostgres postgres) {
        assertEquals(
                0,
                postgres.count(
                        Service.CASES,
                        "SELECT count(*) FROM (SELECT case_number FROM reconsideration GROUP BY 1 HAVING count(*) > 1) d"));
    }

    /** A fault is told in lines, not in stack traces, and the more often it is met the fewer lines there are. */
    void logsAreShort(int mostLines) throws IOException {
        for (var replica : all()) {
            var lines = replica.log().lines().toList();
            assertTrue(
                    lines.stream().noneMatch(line -> line.startsWith("\tat ")),
                    () -> replica.service.title + " logs a stack trace:\n" + String.join("\n", lines));
            var told = lines.stream()
                    .filter(line -> line.contains(" WARN ") || line.contains(" ERROR "))
                    .toList();
            assertTrue(told.size() <= mostLines, () -> replica.service.title + ":\n" + String.join("\n", told));
        }
    }

    @Override
    public void close() throws Exception {
        for (var replica : all()) replica.close();
        for (var door : doors.values()) door.close();
    }
}
