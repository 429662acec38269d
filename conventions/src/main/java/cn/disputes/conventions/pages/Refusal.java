package cn.disputes.conventions.pages;

import cn.disputes.contract.events.EventJson;
import cn.disputes.contract.problem.Problem;
import cn.disputes.contract.problem.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** What a page's address answers when it cannot do what it is for; no endpoint, so the one mapper does not see it. */
final class Refusal {
    private static final String AGAIN_SECONDS = "10";

    private Refusal() {}

    /** The provider or the browser came back with something that no second try makes good. */
    static boolean isFinal(Throwable fault) {
        return fault instanceof AuthenticationCompletionException;
    }

    /**
     * The provider did not answer, or answered with a fault of its own. A login that has ended is told by {@code
     * invalid_grant}; only then is anybody sent to log in again: a screen that went there while the provider is away would
     * stay dark.
     */
    static boolean isAway(Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof TimeoutException) return true;
            if (cause instanceof OIDCException told
                    && !String.valueOf(told.getMessage()).contains("invalid_grant")) return true;
        }
        return false;
    }

    static void answer(RoutingContext call, PageProblem problem) {
        var english = call.acceptableLanguages().stream()
                .map(language -> language.tag())
                .filter(tag -> tag.equals("en") || tag.equals("zh"))
                .findFirst()
                .filter("en"::equals)
                .isPresent();
        var response = call.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, english ? "en" : "zh-CN")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem == PageProblem.PROVIDER_AWAY)
            response.putHeader(HttpHeaders.RETRY_AFTER, AGAIN_SECONDS)
                    // a screen has nobody who would try again
                    .putHeader("Refresh", AGAIN_SECONDS);
        try {
            response.end(EventJson.MAPPER.writeValueAsString(new ProblemException(problem).toProblem(english)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
