package cn.disputes.stats.dashboard;

import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.DASHBOARD;
import static cn.disputes.contract.security.Roles.LEADER;
import static cn.disputes.contract.security.Roles.STATISTICIAN;

import cn.disputes.contract.events.EventJson;
import cn.disputes.contract.security.Caller;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Says when there is something new to read, and how old what is known is. */
@Path("/v1/changes")
public class ChangesResource {
    private final Changes changes;
    private final Caller caller;

    ChangesResource(Changes changes, Caller caller) {
        this.changes = changes;
        this.caller = caller;
    }

    /**
     * Server-sent events: {@code figures} when a figure of the caller's region may have changed since the version of
     * {@code Last-Event-ID}, and once at the beginning without it; {@code beat} otherwise, at least every 15 seconds. Both
     * carry {@code {"version", "feeds": [{source, ageSeconds, stopped, lastEventAt, poisoned}]}}. The stream ends with the
     * token. 429 when there are too many.
     */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({STATISTICIAN, DASHBOARD, COORDINATOR, LEADER})
    @ResponseHeader(
            name = "Cache-Control",
            value = {"no-store"})
    // a proxy that gathers the answer before passing it on would pass on nothing
    @ResponseHeader(
            name = "X-Accel-Buffering",
            value = {"no"})
    @APIResponse(
            responseCode = "200",
            description = "变动通知 / what has changed",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class)))
    public Multi<OutboundSseEvent> changes(
            @HeaderParam("Last-Event-ID") String known, @Context Sse sse, @Context SecurityContext security) {
        var scope = caller.scope();
        var subject = caller.subject();
        if (!(security.getUserPrincipal() instanceof JsonWebToken token)) throw new ForbiddenException();
        var expires = Instant.ofEpochSecond(token.getExpirationTime());
        var line = new Wire(sse);
        var close = changes.open(subject, scope, known, expires, line);
        // only the latest matters to whoever is slow: every event carries the version
        return Multi.createFrom()
                .<OutboundSseEvent>emitter(
                        emitter -> {
                            emitter.onTermination(close);
                            line.connect(emitter);
                        },
                        BackPressureStrategy.LATEST);
    }

    /** Nothing is lost when a round comes before the page is connected: the next one tells it. */
    private static final class Wire implements Changes.Line {
        private final Sse sse;
        private volatile MultiEmitter<? super OutboundSseEvent> emitter;
        private OutboundSseEvent waiting;

        Wire(Sse sse) {
            this.sse = sse;
        }

        synchronized void connect(MultiEmitter<? super OutboundSseEvent> connected) {
            emitter = connected;
            if (waiting != null) emitter.emit(waiting);
            waiting = null;
        }

        @Override
        public synchronized void tell(boolean changed, Changes.Told what) {
            var event = sse.newEventBuilder()
                    .name(changed ? "figures" : "beat")
                    .id(what.version())
                    .data(String.class, json(what))
                    .build();
            if (emitter == null) waiting = event;
            else emitter.emit(event);
        }

        @Override
        public synchronized void end() {
            if (emitter != null) emitter.complete();
        }

        private static String json(Changes.Told what) {
            try {
                return EventJson.MAPPER.writeValueAsString(what);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
