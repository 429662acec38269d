import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * Asks at a fixed rate, whatever the answers take: an answer is timed from the moment at which it was due to be asked
 * for. What is asked in the first seconds is not timed: this client is warming up itself. Arguments: token, per second,
 * seconds, file of addresses (asked in turns), file of a body (then it posts).
 */
public final class Steady {
    private static final int WORKERS = 64;
    private static final int UNTIMED_SECONDS = 4;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public static void main(String[] a) throws Exception {
        var perSecond = Integer.parseInt(a[1]);
        var untimed = perSecond * UNTIMED_SECONDS;
        var all = untimed + perSecond * Integer.parseInt(a[2]);
        var addresses = Files.readAllLines(Path.of(a[3]));
        var body = a.length > 4 ? Files.readString(Path.of(a[4])) : null;
        var waits = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(1), 3);
        var refused = new AtomicInteger();
        var workers = Executors.newFixedThreadPool(WORKERS);
        var start = System.nanoTime();
        for (var i = 0; i < all; i++) {
            var due = start + i * 1_000_000_000L / perSecond;
            for (var ahead = due - System.nanoTime(); ahead > 0; ahead = due - System.nanoTime()) {
                LockSupport.parkNanos(ahead);
            }
            var address = addresses.get(i % addresses.size());
            var timed = i >= untimed;
            workers.submit(() -> {
                if (!ask(address, a[0], body)) refused.incrementAndGet();
                if (timed) waits.recordValue((System.nanoTime() - due) / 1000);
            });
        }
        workers.shutdown();
        workers.awaitTermination(1, TimeUnit.MINUTES);
        System.out.printf(
                "%d at %d per second: p50 %.1f ms, p99 %.1f ms, most %.1f ms, refused %d%n",
                waits.getTotalCount(),
                perSecond,
                waits.getValueAtPercentile(50) / 1000.0,
                waits.getValueAtPercentile(99) / 1000.0,
                waits.getMaxValue() / 1000.0,
                refused.get());
    }

    private static boolean ask(String address, String token, String body) {
        var request = HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token);
        if (body != null) {
            request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        }
        try {
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding());
            return answer.statusCode() < 300;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }
}
