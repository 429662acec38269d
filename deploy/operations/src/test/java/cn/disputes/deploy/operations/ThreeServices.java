package cn.disputes.deploy.operations;

import static io.restassured.RestAssured.given;

import cn.disputes.deploy.local.DataKeyFile;
import cn.disputes.deploy.local.LocalPostgres;
import cn.disputes.deploy.local.TokenIssuer;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The three packaged services over a database of their own, thrown away at the end. */
final class ThreeServices implements AutoCloseable {
    static final String BUREAU = "11330700002592265Y";

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
        var environment = new HashMap<>(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", postgres.url(service.database),
                "QUARKUS_DATASOURCE_USERNAME", postgres.user(),
                "QUARKUS_DATASOURCE_PASSWORD", postgres.password(),
                "QUARKUS_OIDC_PUBLIC_KEY", tokens.publicKey(),
                "FEEDS_TOKEN", token("service", "100000"),
                "FEEDS_CASE_SERVICE_URL", at.get(Service.CASES),
                "FEEDS_ALERT_SERVICE_URL", at.get(Service.ALERTS),
                "LC_ALL", "C.UTF-8"));
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

    static String today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    }

    static Map<String, Object> reconsideration(Map<String, String> applicant) {
        return Map.of(
                "regionCode", "330702",
                "receivedOn", today(),
                "channel", "ONLINE",
                "applicants", List.of(applicant),
                "respondentCode", BUREAU,
                "actType", "PENALTY",
                "domain", "OTHER",
                "claims", "请求撤销（虚构）");
    }

    static Map<String, Object> alert(String id, int suit) {
        return Map.ofEntries(
                Map.entry("source", "court"),
                Map.entry("sourceAlertId", id),
                Map.entry("court", "婺城区人民法院"),
                Map.entry("litigationCaseNumber", "(2026)浙0702行初" + suit + "号"),
                Map.entry("regionCode", "330702"),
                Map.entry("defendantCode", BUREAU),
                Map.entry("defendantName", "（虚构）"),
                Map.entry("riskReasons", List.of("EVIDENCE_GAP", "COURT_OPINION")),
                Map.entry("raisedOn", today()));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (var one : running) one.close();
        postgres.close();
    }
}
