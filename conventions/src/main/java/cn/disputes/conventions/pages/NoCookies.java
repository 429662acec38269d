package cn.disputes.conventions.pages;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The API is served to bearer tokens and never to a cookie, which a browser sends along without being asked. What looks who
 * is calling would choose the pages' login by the mere name of a cookie, on any path, so none reaches it.
 */
@ApplicationScoped
class NoCookies {
    /** Whoever looks who is calling comes later: higher numbers are first. */
    private static final int BEFORE_ANYBODY_LOOKS = 10_000;

    private final PageLogin login;

    NoCookies(PageLogin login) {
        this.login = login;
    }

    void install(@Observes Filters filters) {
        filters.register(this::strip, BEFORE_ANYBODY_LOOKS);
    }

    private void strip(RoutingContext call) {
        if (!login.isOf(call.normalizedPath())) call.request().headers().remove(HttpHeaders.COOKIE);
        call.next();
    }
}
