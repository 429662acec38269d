package cn.disputes.deploy.run;

import cn.disputes.deploy.local.LocalPostgres;
import cn.disputes.deploy.local.TokenIssuer;
import cn.disputes.deploy.sample.BusiestLeader;
import cn.disputes.deploy.sample.PublishedFigures;
import cn.disputes.deploy.sample.SampleLoader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The whole suite on one machine: PostgreSQL, the three services, and the sample when there is nothing yet. */
public final class Suite {
    private static final String CITY = "330700";
    private static final Duration TOKEN_RENEWAL = Duration.ofHours(6);

    private final PrintStream out;
    private final DataFolder data;
    private final Options options;
    private final Path home;
    private volatile boolean stopping;
    private LocalPostgres postgres;
    private List<Service> services = List.of();

    private Suite(Options options, Path home, DataFolder data, PrintStream out) {
        this.options = options;
        this.home = home;
        this.data = data;
        this.out = out;
    }

    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            var home = Path.of(System.getProperty("suite.home", "."))
                    .toAbsolutePath()
                    .normalize();
            var options = Options.parse(args, home);
            if (options.help()) {
                out.print(Options.USAGE);
                return;
            }
            var data = DataFolder.open(options.data(), options.reset());
            // before the ports are looked at: services of a killed launcher still hold them
            LeftOvers.stop(data.path("pids"));
            options.ports().forEach(Suite::requireFree);
            var suite = new Suite(options, home, data, out);
            Runtime.getRuntime().addShutdownHook(new Thread(suite::stop));
            suite.start();
            suite.watch();
        } catch (StartFailure failure) {
            fail(failure.getMessage());
        } catch (IOException | RuntimeException | LinkageError failure) {
            fail("启动失败 / Could not start: " + failure);
        }
    }

    private static void fail(String line) {
        new PrintStream(System.err, true, StandardCharsets.UTF_8).println(line);
        System.exit(1);
    }

    private static void requireFree(int port) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        } catch (IOException taken) {
            throw new StartFailure(
                    "端口 " + port + " 已被占用，请用 --ports 另选", "Port " + port + " is taken; choose others with --ports");
        }
    }

    private void start() throws IOException {
        var begun = System.nanoTime();
        out.println("启动 PostgreSQL … / Starting PostgreSQL …");
        postgres = LocalPostgres.start(data.path("postgres"), 0, data.databasePassword());
        List.of("cases", "alerts", "stats").forEach(postgres::createDatabase);
        data.renewServiceToken();
        out.println("启动三个服务 … / Starting the three services …");
        services = List.of(
                service("case-service", 0, "cases"),
                service("alert-service", 1, "alerts"),
                service("stats-service", 2, "stats"));
        for (var service : services) service.start();
        for (var service : services) service.awaitReady(120);
        if (!options.empty()) loadSample();
        if (!options.empty()) PublishedFigures.print(services.get(2).uri(), token("statistician"), out);
        printAddresses((System.nanoTime() - begun) / 1_000_000_000);
    }

    private Service service(String name, int index, String database) throws IOException {
        var environment = new java.util.HashMap<>(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", postgres.url(database),
                "QUARKUS_DATASOURCE_USERNAME", postgres.user(),
                "QUARKUS_DATASOURCE_PASSWORD", postgres.password(),
                "QUARKUS_OIDC_PUBLIC_KEY", data.tokens().publicKey(),
                "TOKEN_ISSUER", TokenIssuer.ISSUER,
                "TOKEN_AUDIENCE", TokenIssuer.AUDIENCE,
                "FEEDS_TOKEN_FILE", data.path("service-token").toString()));
        if (database.equals("cases"))
            environment.put("PERSONAL_DATA_KEY_FILE", data.personalDataKey().toString());
        // the same file will do: each service derives keys of its own from it
        if (database.equals("alerts"))
            environment.put("DELIVERY_SECRET_KEY_FILE", data.personalDataKey().toString());
        environment.put(
                "FEEDS_CASE_SERVICE_URL", "http://127.0.0.1:" + options.ports().get(0));
        environment.put(
                "FEEDS_ALERT_SERVICE_URL", "http://127.0.0.1:" + options.ports().get(1));
        return new Service(name, options.ports().get(index), home, data, environment);
    }

    /** Loads into an empty store, or goes on where an earlier load was cut off. */
    private void loadSample() throws IOException {
        if (data.has("sample-complete")) return;
        var loader = new SampleLoader(
                services.get(0).uri(), services.get(1).uri(), services.get(2).uri(), this::token, out);
        if (!data.has("sample-begun") && !loader.storeIsEmpty()) return;
        data.mark("sample-begun");
        out.println("装载合成示例数据（2022年，全部为虚构）… / Loading the synthetic sample of 2022 …");
        loader.load();
        data.mark("sample-complete");
    }

    /** A token for the city; {@code leader:ID} is the leader with that id. */
    private String token(String role) {
        var parts = role.split(":", 2);
        try {
            return data.tokens().token(Set.of(parts[0]), CITY, null, parts[parts.length - 1], Duration.ofHours(1));
        } catch (IOException e) {
            throw new StartFailure("令牌密钥无法读取", "The token key cannot be read");
        }
    }

    private void printAddresses(long seconds) {
        out.println();
        for (var service : services) out.printf("%-14s %s/q/swagger-ui%n", service.name(), service.uri());
        printBoards(services.get(1).uri());
        printDashboards(services.get(2).uri());
        var dataOption = options.data().equals(home.resolve(".run")) ? "" : " --data " + options.data();
        out.println("令牌 / token   deploy/token.sh --role case-officer --region 330782" + dataOption);
        out.println("就绪，用时 " + seconds + " 秒；Ctrl-C 停止，数据保留在 " + options.data() + " / Ready in " + seconds
                + " s; Ctrl-C stops, the data stays");
    }

    /** The page of alert-service, opened by whoever has the address within an hour; the tokens are printed here only. */
    private void printBoards(URI alerts) {
        out.println("看板 / board   （一小时内有效 / valid for an hour）");
        out.println("  协调员 / coordinator  " + alerts + "/board/#token=" + token("coordinator"));
        if (options.empty()) return;
        BusiestLeader.of(alerts, this::token)
                .ifPresent(leader -> out.println(
                        "  包案领导 / leader " + leader + "  " + alerts + "/board/#token=" + token("leader:" + leader)));
    }

    /** The page of stats-service, at the year of the sample where there is one. */
    private void printDashboards(URI stats) {
        var page = stats + "/dashboard" + (options.empty() ? "" : "?period=2022") + "#token=";
        out.println("统计 / figures （一小时内有效 / valid for an hour）");
        out.println("  统计人员 / statistician  " + page + token("statistician"));
        out.println("  大屏 / dashboard  " + page + token("dashboard"));
    }

    /** Restarts whatever dies; nothing acknowledged is lost by it. */
    private void watch() throws IOException {
        var renewed = System.nanoTime();
        while (!stopping) {
            for (var service : services) if (!service.alive() && !stopping) restart(service);
            if (!stopping && !postgres.alive()) restartDatabase();
            if (System.nanoTime() - renewed > TOKEN_RENEWAL.toNanos()) {
                data.renewServiceToken();
                renewed = System.nanoTime();
            }
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void restart(Service service) throws IOException {
        out.println(service.name() + " 已退出，重新启动 / " + service.name() + " has ended, starting it again");
        service.start();
        service.awaitReady(120);
    }

    private void restartDatabase() throws IOException {
        out.println("PostgreSQL 已退出，重新启动 / PostgreSQL has ended, starting it again");
        var port = postgres.port();
        postgres.close();
        postgres = LocalPostgres.start(data.path("postgres"), port, data.databasePassword());
    }

    private void stop() {
        stopping = true;
        services.forEach(Service::stop);
        try {
            if (postgres != null) postgres.close();
        } catch (IOException e) {
            out.println("PostgreSQL: " + e.getMessage());
        }
        out.println("已停止 / Stopped");
    }
}
