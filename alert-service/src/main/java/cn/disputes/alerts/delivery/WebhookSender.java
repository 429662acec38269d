package cn.disputes.alerts.delivery;

import cn.disputes.conventions.watching.Tracing;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Posts a letter, signed as Standard Webhooks 1.0 asks. The answer's code is all that is looked at: its body is thrown
 * away unread beyond a small size, a redirection is a failure, and no try takes longer than it may.
 */
@ApplicationScoped
class WebhookSender {
    private static final int LARGEST_ANSWER = 64 * 1024;
    private static final int GONE = 410;

    private final Vertx vertx;
    private final HttpClient http;
    private final SubscriptionSecrets secrets;
    private final WebhookTarget targets;
    private final DeliveryConfig config;
    private final Clock clock;

    WebhookSender(Vertx vertx, SubscriptionSecrets secrets, DeliveryConfig config, Clock clock) {
        this.vertx = vertx;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(50)
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setConnectTimeout((int) config.patience().toMillis()));
        this.secrets = secrets;
        this.targets = new WebhookTarget(config.webhook());
        this.config = config;
        this.clock = clock;
    }

    Outcome send(Subscription to, Letter letter) {
        if (targets.refusal(to.target()) != null) return Outcome.hopeless(null, "the address is not allowed");
        var uri = URI.create(to.target());
        InetAddress address;
        try {
            address = targets.resolve(uri);
        } catch (UnknownHostException e) {
            return Outcome.down("host unknown or not allowed");
        }
        try (var call = Tracing.call("POST webhook").with("server.address", uri.getHost())) {
            var outcome = post(uri, address, to, letter);
            if (outcome.failure() != null) call.failed(outcome.down() ? "down" : "refused");
            return outcome;
        }
    }

    private Outcome post(URI uri, InetAddress address, Subscription to, Letter letter) {
        // here, for the request is written on another thread
        var trace = new HashMap<String, String>();
        Tracing.carry(trace::put);
        var sending = new AtomicReference<HttpClientRequest>();
        var outcome = new CompletableFuture<Outcome>();
        http.request(options(uri, address))
                .compose(request -> {
                    sending.set(request);
                    trace.forEach(request::putHeader);
                    return request.send(Buffer.buffer(body(request, to, letter)));
                })
                .onSuccess(answer -> {
                    outcome.complete(judge(answer));
                    discard(answer);
                })
                .onFailure(fault -> outcome.complete(Outcome.down(words(fault))));
        try {
            return outcome.get(config.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (sending.get() != null) sending.get().reset();
            return Outcome.down("no answer within " + config.patience().toSeconds() + " s");
        } catch (ExecutionException e) {
            return Outcome.down(words(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.down("interrupted");
        }
    }

    /** The connection goes to the address that was judged; name and certificate are still the host's. */
    private RequestOptions options(URI uri, InetAddress address) {
        var ssl = "https".equalsIgnoreCase(uri.getScheme());
        var port = uri.getPort() > 0 ? uri.getPort() : ssl ? 443 : 80;
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(uri.getHost())
                .setPort(port)
                .setSsl(ssl)
                .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
                .setFollowRedirects(false);
    }

    private String body(HttpClientRequest request, Subscription to, Letter letter) {
        var body = letter.json();
        var id = letter.id().toString();
        var timestamp = clock.instant().getEpochSecond();
        request.putHeader("content-type", "application/json; charset=utf-8")
                .putHeader("user-agent", "disputes-alert-service")
                .putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", Long.toString(timestamp))
                .putHeader("webhook-signature", WebhookSignature.header(inForce(to), id, timestamp, body));
        return body;
    }

    private List<String> inForce(Subscription to) {
        var all = new ArrayList<String>();
        all.add(secrets.open(to.secret(), to.id()));
        if (to.oldSecret() != null && to.oldUntil() != null && to.oldUntil().isAfter(clock.instant()))
            all.add(secrets.open(to.oldSecret(), to.id()));
        return all;
    }

    private static Outcome judge(HttpClientResponse answer) {
        var status = answer.statusCode();
        if (status >= 200 && status < 300) return Outcome.arrived(status);
        if (status == GONE) return Outcome.hopeless(status, "HTTP 410, the receiver is gone");
        if (status >= 300 && status < 400)
            return new Outcome(status, "HTTP " + status + ", redirections are not followed", false, false, null);
        var down = status >= 500 || status == 429;
        return new Outcome(status, "HTTP " + status, false, down, retryAfter(answer.getHeader("retry-after")));
    }

    private static Duration retryAfter(String header) {
        return header != null && header.matches("[0-9]{1,6}") ? Duration.ofSeconds(Long.parseLong(header)) : null;
    }

    /** Read to its end when it is small, so that the receiver sees a proper close; cut off otherwise. */
    private void discard(HttpClientResponse answer) {
        var connection = answer.request().connection();
        var read = new int[1];
        var over = vertx.setTimer(Math.max(1, config.patience().toMillis()), timer -> connection.close());
        try {
            answer.exceptionHandler(cut -> vertx.cancelTimer(over))
                    .endHandler(end -> vertx.cancelTimer(over))
                    .handler(part -> {
                        read[0] += part.length();
                        if (read[0] > LARGEST_ANSWER) connection.close();
                    });
        } catch (IllegalStateException ended) {
            // it was so short that it is over already
            vertx.cancelTimer(over);
        }
    }

    private static String words(Throwable fault) {
        return "no connection: " + fault.getClass().getSimpleName();
    }
}
