package cn.disputes.conventions.idempotency;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/**
 * Answers a repeated request with the first answer. Key and effect commit in one transaction, so there is no moment at
 * which one is kept without the other.
 */
@ApplicationScoped
public class Idempotency {
    private static final int MAX_KEY = 200;

    private final ObjectMapper json;
    private final Clock clock;
    private final AnswerKeeping keeping;

    Idempotency(ObjectMapper json, Clock clock, AnswerKeeping keeping) {
        this.json = json;
        this.clock = clock;
        this.keeping = keeping;
    }

    /**
     * Does {@code work} once per caller, operation and key.
     *
     * @param key the Idempotency-Key header; null does the work without remembering it
     */
    public Response once(Handle h, String key, Caller caller, String operation, Object body, Supplier<Response> work) {
        return once(h, key, caller, operation, body, UnaryOperator.identity(), work);
    }

    /**
     * The same, for answers that not everybody may see for ever.
     *
     * @param today what the caller may see of the first answer now that it is told again; refuses where that is nothing
     */
    public Response once(
            Handle h,
            String key,
            Caller caller,
            String operation,
            Object body,
            UnaryOperator<JsonNode> today,
            Supplier<Response> work) {
        if (key == null) return work.get();
        if (key.isBlank() || key.length() > MAX_KEY || key.indexOf('\0') >= 0) {
            throw ProblemException.invalid("Idempotency-Key", "应为1至200个字符", "Must be 1 to 200 characters");
        }
        var subject = caller.subject();
        var request = subject + '\n' + operation + '\n' + key;
        if (!claim(h, request)) {
            throw new ProblemException(GeneralProblem.REQUEST_RUNNING);
        }
        var sent = write(body);
        var first = h.createQuery(
                        """
                        SELECT body_hash, status, headers::text AS headers, body FROM idempotency_key
                        WHERE subject = :subject AND operation = :operation AND key = :key""")
                .bind("subject", subject)
                .bind("operation", operation)
                .bind("key", key)
                .map((row, ctx) -> new Answer(
                        row.getString("body_hash"),
                        row.getInt("status"),
                        row.getString("headers"),
                        row.getString("body")))
                .findOne();
        if (first.isPresent()) {
            if (!keeping.sameBody(sent, first.get().bodyHash())) throw new ProblemException(GeneralProblem.KEY_REUSED);
            return replay(first.get(), request, today);
        }
        var response = work.get();
        remember(h, subject, operation, key, sent, request, response);
        return response;
    }

    /** Forgets answers given before an instant, at most so many; a key that old may be used again. Returns how many. */
    int forget(Handle h, Instant before, int most) {
        return h.createUpdate(
                        "DELETE FROM idempotency_key WHERE ctid IN"
                                + " (SELECT ctid FROM idempotency_key WHERE recorded_at < :before LIMIT :most FOR UPDATE SKIP LOCKED)")
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .bind("most", most)
                .execute();
    }

    /** Held until the transaction ends; whoever does not get it arrives while the first is still running. */
    private static boolean claim(Handle h, String what) {
        return h.createQuery("SELECT pg_try_advisory_xact_lock(hashtextextended(:what, 7))")
                .bind("what", what)
                .mapTo(Boolean.class)
                .one();
    }

    private record Answer(String bodyHash, int status, String headers, String body) {}

    private Response replay(Answer first, String request, UnaryOperator<JsonNode> today) {
        try {
            var response = Response.status(first.status()).header("Idempotency-Replayed", "true");
            json.readValue(first.headers(), Map.class).forEach((name, value) -> response.header((String) name, value));
            var told = first.body() == null ? null : json.readTree(keeping.shown(first.body(), request));
            var shown = today.apply(told);
            if (shown != null) response.type(MediaType.APPLICATION_JSON_TYPE).entity(shown);
            return response.build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored answer unreadable", e);
        }
    }

    private void remember(
            Handle h, String subject, String operation, String key, String sent, String request, Response response) {
        var headers = new TreeMap<String, String>();
        for (var name : new String[] {HttpHeaders.ETAG, HttpHeaders.LOCATION}) {
            if (response.getHeaderString(name) != null) headers.put(name, response.getHeaderString(name));
        }
        h.createUpdate(
                        """
                        INSERT INTO idempotency_key (subject, operation, key, body_hash, status, headers, body, recorded_at)
                        VALUES (:subject, :operation, :key, :hash, :status, CAST(:headers AS jsonb), :body, :now)""")
                .bind("subject", subject)
                .bind("operation", operation)
                .bind("key", key)
                .bind("hash", keeping.fingerprint(sent))
                .bind("status", response.getStatus())
                .bind("headers", write(headers))
                .bind("body", response.hasEntity() ? keeping.kept(write(response.getEntity()), request) : null)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not writable as JSON", e);
        }
    }
}
