package cn.disputes.stats.caching;

import cn.disputes.contract.security.Caller;
import cn.disputes.contract.security.Roles;
import cn.disputes.stats.figures.Suppression;
import cn.disputes.stats.forms.FormCatalogue;
import cn.disputes.stats.indicators.IndicatorResource;
import cn.disputes.stats.indicators.Indicators;
import cn.disputes.stats.movement.MovementResource;
import cn.disputes.stats.narrative.NarrativeResource;
import cn.disputes.stats.ranking.MissResource;
import cn.disputes.stats.release.RestatementResource;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Strong ETags for figures, their rows and definitions, rankings and forms, from the version of the facts and not from the
 * answer: a question asked again, by whomever, costs one small statement as long as nothing has changed. The version is read
 * before the figures are, so a tag is never newer than what it stands for.
 */
public class CachedAnswers {
    /** Whoever keeps an answer keeps it to itself and asks each time whether it still holds. */
    static final String REVALIDATE = "private, no-cache";

    static final String VARY = "Accept, Accept-Language, Accept-Encoding, Authorization";
    static final String FEED_AGE = "Feed-Age";

    private static final List<String> CACHED = List.of("/v1/statistics", "/v1/indicators", "/v1/rankings", "/v1/forms");
    private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8");
    /** Counted anew whenever they are asked for. */
    private static final Set<Class<?>> AGEING =
            Set.of(NarrativeResource.class, MovementResource.class, MissResource.class, RestatementResource.class);

    private static final String TAG = CachedAnswers.class.getName();
    private static final String OF_FACTS = TAG + ".facts";
    private static final List<String> ROLES =
            List.of(Roles.STATISTICIAN, Roles.DASHBOARD, Roles.COORDINATOR, Roles.LEADER, Roles.ADMIN, Roles.AUDITOR);
    /** Another definition is another answer, though no fact has changed. */
    private static final String DICTIONARY = digest(
            // of all versions: those on trial are answered too
            Indicators.all().stream()
                    .map(indicator -> Indicators.versions(indicator.code()).toString())
                    .toList());

    private final FactVersions versions;
    private final FeedAges ages;
    private final Suppression suppression;
    private final FormCatalogue forms;
    private final Caller caller;
    private final KeptAnswers kept;
    private final CurrentVertxRequest current;

    CachedAnswers(
            FactVersions versions,
            FeedAges ages,
            Suppression suppression,
            FormCatalogue forms,
            Caller caller,
            KeptAnswers kept,
            CurrentVertxRequest current) {
        this.versions = versions;
        this.ages = ages;
        this.suppression = suppression;
        this.forms = forms;
        this.caller = caller;
        this.kept = kept;
        this.current = current;
    }

    @ServerRequestFilter
    public Response unchanged(ContainerRequestContext request, SimpleResourceInfo answering) {
        if (!request.getMethod().equals(HttpMethod.GET)) return null;
        var path = request.getUriInfo().getPath();
        var ofFacts = cached(path) ? ofFacts(answering) : AGEING.contains(answering.getResourceClass());
        request.setProperty(OF_FACTS, ofFacts);
        if (!cached(path)) return null;
        var tag = new EntityTag(tag(request, path, ofFacts));
        request.setProperty(TAG, tag);
        if (matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag))
            return Response.notModified(tag).build();
        return kept.of(tag.getValue()).map(this::again).orElse(null);
    }

    private Response again(byte[] body) {
        // it goes out compressed or not as it did the first time; only methods of resources lift this by themselves
        current.getCurrent().response().headers().remove(HttpHeaders.CONTENT_ENCODING);
        return Response.ok(body, JSON).build();
    }

    @ServerResponseFilter
    public void say(ContainerRequestContext request, ContainerResponseContext answer) {
        if (answer.getStatus() != 200 && answer.getStatus() != 304) return;
        var headers = answer.getHeaders();
        if (Boolean.TRUE.equals(request.getProperty(OF_FACTS))) headers.putSingle(FEED_AGE, ages.line());
        var tag = (EntityTag) request.getProperty(TAG);
        if (tag == null) return;
        headers.putSingle(HttpHeaders.ETAG, tag);
        headers.putSingle(HttpHeaders.CACHE_CONTROL, REVALIDATE);
        headers.putSingle(HttpHeaders.VARY, VARY);
        if (answer.getStatus() == 200 && KeptAnswers.keeps(answer.getEntity(), answer.getMediaType()))
            answer.setEntity(kept.keep(tag.getValue(), answer.getEntity()));
    }

    private static boolean cached(String path) {
        return CACHED.stream().anyMatch(cached -> path.equals(cached) || path.startsWith(cached + "/"));
    }

    /** What a definition says depends on no fact. Not told by the path: the same one can be written in many ways. */
    private static boolean ofFacts(SimpleResourceInfo answering) {
        return answering.getResourceClass() != IndicatorResource.class;
    }

    /** Everything an answer depends on: the question, who asks in which language and form, and what is known. */
    private String tag(ContainerRequestContext request, String path, boolean ofFacts) {
        var roles = ROLES.stream().filter(caller::has).toList();
        // what is withheld from a display goes by the numbers of all regions
        var seen = suppression.appliesTo(caller) ? FactVersions.EVERYWHERE : caller.scope();
        return digest(List.of(
                request.getUriInfo().getRequestUri().getRawPath(),
                String.valueOf(request.getUriInfo().getRequestUri().getRawQuery()),
                header(request, HttpHeaders.ACCEPT),
                header(request, HttpHeaders.ACCEPT_LANGUAGE),
                header(request, HttpHeaders.ACCEPT_ENCODING),
                ofFacts ? caller.scope().region() : "",
                ofFacts ? roles.toString() : "",
                ofFacts ? versions.now().of(seen) : "",
                path.startsWith("/v1/forms") ? forms.definitions() : "",
                DICTIONARY));
    }

    private static String header(ContainerRequestContext request, String name) {
        return String.valueOf(request.getHeaderString(name));
    }

    /** Weak comparison, as RFC 9110 has it for If-None-Match. */
    private static boolean matches(String header, EntityTag tag) {
        if (header == null) return false;
        return Stream.of(header.split(","))
                .map(String::trim)
                .map(one -> one.startsWith("W/") ? one.substring(2) : one)
                .anyMatch(one -> one.equals("\"" + tag.getValue() + "\""));
    }

    private static String digest(List<String> parts) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                hash.update(part.getBytes(StandardCharsets.UTF_8));
                hash.update((byte) 0);
            }
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(hash.digest())
                    .substring(0, 24);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
