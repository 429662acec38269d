import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * Officers, courts and dashboards at once. Each line of the plan is: weight, kind, who, which service, path and, after a
 * bar, a body to post; {@code #} stands for a number never used before. A service may have several addresses, which are
 * asked in turns; one that refuses the connection or drops it is not asked again for this request, as a proxy does it.
 * Arguments: plan, per second (0: as many as 16 clients get answered), seconds, addresses of case-service, alert-service
 * and stats-service (each separated by commas). Tokens are in the environment by the names of the plan.
 */
public final class Mixed {
    private static final int CLIENTS = 16;
    private static final int WORKERS = 128;
    private static final int UNTIMED_SECONDS = 5;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    private record Line(int weight, String kind, String token, int service, String path, String body) {}

    private static final TreeMap<String, ConcurrentHistogram> WAITS = new TreeMap<>();
    private static final TreeMap<String, AtomicInteger> WRONG = new TreeMap<>();
    private static final AtomicInteger AGAIN = new AtomicInteger();
    private static final AtomicLong NUMBERS = new AtomicLong(System.currentTimeMillis() % 100_000_000L * 10);
    private static final AtomicInteger TURN = new AtomicInteger();

    public static void main(String[] a) throws Exception {
        var lines = new ArrayList<Line>();
        for (var text : Files.readAllLines(Path.of(a[0]))) {
            var parts = text.split(" ", 5);
            var rest = parts[4].split("\\|", 2);
            var line = new Line(
                    Integer.parseInt(parts[0]),
                    parts[1],
                    System.getenv(parts[2]),
                    Integer.parseInt(parts[3]),
                    rest[0],
                    rest.length > 1 ? rest[1] : null);
            for (var n = 0; n < line.weight; n++) lines.add(line);
            WAITS.putIfAbsent(line.kind, new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(2), 3));
        }
        WAITS.put("all", new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(2), 3));
        var perSecond = Integer.parseInt(a[1]);
        var seconds = Integer.parseInt(a[2]);
        var services = List.of(a[3].split(","), a[4].split(","), a[5].split(","));
        var begun = System.nanoTime();
        if (perSecond == 0) closed(lines, services, seconds);
        else open(lines, services, perSecond, seconds);
        var took = (System.nanoTime() - begun) / 1e9 - UNTIMED_SECONDS;
        WAITS.forEach((kind, waits) -> System.out.printf(
                "  %-12s %7d, %6.1f a second, p50 %.1f ms, p99 %.1f ms, most %.1f ms%n",
                kind,
                waits.getTotalCount(),
                waits.getTotalCount() / took,
                waits.getValueAtPercentile(50) / 1000.0,
                waits.getValueAtPercentile(99) / 1000.0,
                waits.getMaxValue() / 1000.0));
        System.out.printf("  failed %s, asked again elsewhere %d%n", WRONG, AGAIN.get());
    }

    private static void closed(List<Line> lines, List<String[]> services, int seconds) throws Exception {
        var start = System.nanoTime();
        var timedFrom = start + TimeUnit.SECONDS.toNanos(UNTIMED_SECONDS);
        var end = timedFrom + TimeUnit.SECONDS.toNanos(seconds);
        var clients = Executors.newFixedThreadPool(CLIENTS);
        for (var n = 0; n < CLIENTS; n++) {
            clients.submit(() -> {
                while (System.nanoTime() < end) {
                    var asked = System.nanoTime();
                    ask(any(lines), services, asked, asked >= timedFrom);
                }
            });
        }
        finish(clients);
    }

    private static void open(List<Line> lines, List<String[]> services, int perSecond, int seconds) throws Exception {
        var untimed = perSecond * UNTIMED_SECONDS;
        var workers = Executors.newFixedThreadPool(WORKERS);
        var start = System.nanoTime();
        for (var i = 0; i < untimed + perSecond * seconds; i++) {
            var due = start + i * 1_000_000_000L / perSecond;
            for (var ahead = due - System.nanoTime(); ahead > 0; ahead = due - System.nanoTime()) {
                LockSupport.parkNanos(ahead);
            }
            var timed = i >= untimed;
            workers.submit(() -> ask(any(lines), services, due, timed));
        }
        finish(workers);
    }

    private static void finish(ExecutorService workers) throws InterruptedException {
        workers.shutdown();
        if (!workers.awaitTermination(2, TimeUnit.MINUTES)) System.out.println("  some were never answered");
    }

    private static Line any(List<Line> lines) {
        return lines.get(ThreadLocalRandom.current().nextInt(lines.size()));
    }

    private static void ask(Line line, List<String[]> services, long due, boolean timed) {
        var number = Long.toString(NUMBERS.incrementAndGet());
        var key = UUID.randomUUID().toString();
        var addresses = services.get(line.service);
        var turn = Math.floorMod(TURN.getAndIncrement(), addresses.length);
        var wrong = "no connection";
        for (var n = 0; n < addresses.length && wrong != null; n++) {
            if (n > 0) AGAIN.incrementAndGet();
            var request = HttpRequest.newBuilder(
                            URI.create(addresses[(turn + n) % addresses.length] + line.path.replace("#", number)))
                    .timeout(Duration.ofSeconds(60))
                    .header("Authorization", "Bearer " + line.token);
            if (line.body != null) {
                request.header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(line.body.replace("#", number)));
            }
            try {
                var status = HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
                wrong = status < 300 ? null : Integer.toString(status);
                if (wrong != null) break;
            } catch (IOException e) {
                wrong = e.getClass().getSimpleName();
            } catch (InterruptedException e) {
                return;
            }
        }
        if (!timed) return;
        if (wrong != null) {
            synchronized (WRONG) {
                WRONG.computeIfAbsent(line.kind + " " + wrong, k -> new AtomicInteger()).incrementAndGet();
            }
        }
        var micros = (System.nanoTime() - due) / 1000;
        WAITS.get(line.kind).recordValue(micros);
        WAITS.get("all").recordValue(micros);
    }
}
