package cn.disputes.stats.dashboard;

import cn.disputes.conventions.pages.PageLogin;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The page at {@code /dashboard}: static, and public itself; what it shows it reads with the token of whoever looks. Its
 * own files stand in {@code /dashboard/}, and links are relative, so that a proxy may put a path before it.
 */
@ApplicationScoped
class DashboardRoutes {
    private static final int BEFORE_STATIC_FILES = -1;

    private final PageLogin login;

    DashboardRoutes(PageLogin login) {
        this.login = login;
    }

    void route(@Observes Router router) {
        login.install(router, "/dashboard", "../dashboard");
        router.get("/dashboard").order(BEFORE_STATIC_FILES).handler(page -> {
            if (page.normalizedPath().endsWith("/")) toThePage(page);
            else page.reroute("/dashboard/index.html");
        });
    }

    /** With what was asked for; the fragment, which may hold a token, is kept by the browser and never sent. */
    private static void toThePage(RoutingContext page) {
        var query = page.request().query();
        page.response()
                .setStatusCode(308)
                .putHeader("Location", "../dashboard" + (query == null ? "" : "?" + query))
                .end();
    }
}
