import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Registers cases at a fixed rate and watches the figure in stats-service: the k-th commit is visible when the figure has
 * risen by k. Arguments: case-service, stats-service, officer's token, statistician's token, per second, seconds.
 */
public final class Visible {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int PAUSE_MILLIS = 15;
    private static final Pattern COUNT = Pattern.compile("\"RECONSIDERATIONS_RECEIVED\":\\{\"value\":(\\d+)");
    private static final String BODY =
            "{\"regionCode\":\"330700\",\"receivedOn\":\"2025-03-03\",\"channel\":\"ONLINE\",\"applicants\":[{\"kind\":"
                    + "\"NATURAL_PERSON\",\"name\":\"合成甲\"}],\"respondentCode\":\"11330700002592265Y\",\"actType\":"
                    + "\"PENALTY\",\"domain\":\"OTHER\",\"claims\":\"虚构\"}";

    public static void main(String[] a) throws Exception {
        var perSecond = Integer.parseInt(a[4]);
        var all = perSecond * Integer.parseInt(a[5]);
        var before = count(a[1], a[3]);
        var commits = new ConcurrentLinkedQueue<Long>();
        var writers = Executors.newFixedThreadPool(16);
        var schedule = Executors.newSingleThreadScheduledExecutor();
        schedule.scheduleAtFixedRate(
                () -> writers.submit(() -> register(a[0], a[2], commits)),
                0,
                1_000_000_000L / perSecond,
                TimeUnit.NANOSECONDS);
        var seen = new ArrayList<Long>();
        while (seen.size() < all) {
            var visible = count(a[1], a[3]) - before;
            var now = System.nanoTime();
            while (seen.size() < Math.min(visible, all)) seen.add(now);
            if (commits.size() >= all) schedule.shutdown();
            // looking all the time would take from what is looked at
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        writers.shutdownNow();
        schedule.shutdownNow();
        report(List.copyOf(commits), seen);
        System.exit(0);
    }

    private static void register(String service, String token, ConcurrentLinkedQueue<Long> commits) {
        try {
            var request = request(service + "/v1/reconsiderations", token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(BODY))
                    .build();
            var status = HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 201) throw new IllegalStateException("answered " + status);
            commits.add(System.nanoTime());
        } catch (Exception e) {
            System.err.println(e);
        }
    }

    private static long count(String service, String token) throws Exception {
        var uri = service + "/v1/statistics?indicators=RECONSIDERATIONS_RECEIVED&from=2025-03&to=2025-03";
        var body = HTTP.send(request(uri, token).build(), HttpResponse.BodyHandlers.ofString()).body();
        var figure = COUNT.matcher(body);
        return figure.find() ? Long.parseLong(figure.group(1)) : 0;
    }

    private static HttpRequest.Builder request(String uri, String token) {
        return HttpRequest.newBuilder(URI.create(uri)).header("Authorization", "Bearer " + token);
    }

    private static void report(List<Long> commits, List<Long> seen) {
        var sorted = commits.stream().sorted().toList();
        var waits = new long[seen.size()];
        for (var k = 0; k < waits.length; k++) waits[k] = Math.max(0, seen.get(k) - sorted.get(k));
        Arrays.sort(waits);
        System.out.printf(
                "%d commits, visible after p50 %d ms, p99 %d ms, most %d ms%n",
                waits.length, ms(waits, 0.50), ms(waits, 0.99), ms(waits, 1));
    }

    private static long ms(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))] / 1_000_000;
    }
}
