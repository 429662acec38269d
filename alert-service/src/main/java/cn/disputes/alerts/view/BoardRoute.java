package cn.disputes.alerts.view;

import cn.disputes.conventions.pages.PageLogin;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The page lies in {@code /board/}; its address is also understood without the last slash. Relative, so that it stays
 * under whatever prefix a gateway gives the service; a browser keeps the fragment, and the token in it, to itself.
 */
@ApplicationScoped
class BoardRoute {
    private final PageLogin login;

    BoardRoute(PageLogin login) {
        this.login = login;
    }

    void install(@Observes Router router) {
        login.install(router, "/board", "./");
        router.get("/board").handler(call -> {
            if (call.request().path().endsWith("/")) call.next();
            else
                call.response()
                        .setStatusCode(308)
                        .putHeader(HttpHeaders.LOCATION, "board/")
                        .end();
        });
    }
}
