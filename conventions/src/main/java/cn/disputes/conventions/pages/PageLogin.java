package cn.disputes.conventions.pages;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A person's login on a page: authorization code with PKCE, the tokens sealed in a cookie that only the page's own addresses
 * see, and handed to the page, which then calls the API with a bearer token like anybody else.
 *
 * <p>Under the page's path: {@code login?back=query} goes to the provider and comes back to the page with that query, {@code
 * token} tells the page its token, renewed where it is about to end, {@code logout} ends the provider's session too, {@code
 * session.js} is the page's side of it.
 */
@ApplicationScoped
public class PageLogin {
    private static final int BEFORE_STATIC_FILES = -1;
    private static final Set<String> ADDRESSES = Set.of("/login", "/token", "/logout");
    private static final Pattern QUERY = Pattern.compile("[!-~]{1,2000}");

    private final Set<String> addresses = ConcurrentHashMap.newKeySet();
    private final HttpAuthenticator authenticator;
    private final Clock clock;
    private final boolean offered;

    PageLogin(
            HttpAuthenticator authenticator,
            Clock clock,
            @ConfigProperty(name = "quarkus.oidc.pages.tenant-enabled") boolean offered) {
        this.authenticator = authenticator;
        this.clock = clock;
        this.offered = offered;
    }

    /** @param home the page, as seen from {@code path + "/"} */
    public void install(Router router, String path, String home) {
        for (var address : ADDRESSES) addresses.add(path + address);
        get(router, path + "/session.js", script());
        get(router, path + "/token", this::token);
        get(router, path + "/login", call -> login(call, home));
        get(router, path + "/logout", call -> logout(call, home));
    }

    private static void get(Router router, String path, Handler<RoutingContext> handler) {
        router.get(path).order(BEFORE_STATIC_FILES).handler(handler);
    }

    boolean isOf(String path) {
        return addresses.contains(path);
    }

    /** Nobody logged in is no fault: a page asks before it knows. */
    private void token(RoutingContext call) {
        if (!offered) {
            tell(call, new JsonObject().put("login", "off"));
            return;
        }
        // another origin can neither send the header without being asked about, nor hide where it is
        if (!"JavaScript".equals(call.request().getHeader("X-Requested-With")) || !sentBy(call, "same-origin")) {
            Refusal.answer(call, PageProblem.FOREIGN_CALL);
            return;
        }
        whoCalls(call, (person, fault) -> {
            if (Refusal.isAway(fault)) Refusal.answer(call, PageProblem.PROVIDER_AWAY);
            else if (person == null) tell(call, new JsonObject().put("login", "none"));
            else
                tell(
                        call,
                        held(person.getCredential(AccessTokenCredential.class).getToken()));
        });
    }

    private JsonObject held(String token) {
        return new JsonObject()
                .put("login", "in")
                .put("token", token)
                .put(
                        "expiresInSeconds",
                        Math.max(0, expiry(token) - clock.instant().getEpochSecond()));
    }

    private static long expiry(String token) {
        var claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return new JsonObject(new String(claims, StandardCharsets.UTF_8)).getLong("exp");
    }

    private void login(RoutingContext call, String home) {
        if (!offered) {
            Refusal.answer(call, PageProblem.LOGIN_NOT_OFFERED);
            return;
        }
        whoCalls(call, (person, fault) -> {
            if (person != null) go(call, home + back(call));
            else if (fault instanceof AuthenticationRedirectException there) go(call, there.getRedirectUri());
            else if (Refusal.isFinal(fault)) Refusal.answer(call, PageProblem.LOGIN_FAILED);
            else if (Refusal.isAway(fault)) Refusal.answer(call, PageProblem.PROVIDER_AWAY);
            else
                authenticator
                        .sendChallenge(call)
                        .subscribe()
                        .with(sent -> call.response().end(), away -> Refusal.answer(call, PageProblem.PROVIDER_AWAY));
        });
    }

    /** A query of the page itself; anything else than its characters is left out. */
    private static String back(RoutingContext call) {
        var back = call.request().getParam("back");
        return back != null && QUERY.matcher(back).matches() ? "?" + back : "";
    }

    private void logout(RoutingContext call, String home) {
        if (!offered) Refusal.answer(call, PageProblem.LOGIN_NOT_OFFERED);
        else if (!sentBy(call, "same-origin", "none")) Refusal.answer(call, PageProblem.FOREIGN_CALL);
        else
            whoCalls(
                    call,
                    (person, fault) -> go(
                            call,
                            fault instanceof AuthenticationRedirectException there ? there.getRedirectUri() : home));
    }

    /** Browsers that do not say where a call comes from are kept out by what each address asks for besides. */
    private static boolean sentBy(RoutingContext call, String... sites) {
        var site = call.request().getHeader("Sec-Fetch-Site");
        return site == null || Set.of(sites).contains(site);
    }

    /** @param known is given the person, or null and why, which may be nothing at all */
    private void whoCalls(RoutingContext call, BiConsumer<SecurityIdentity, Throwable> known) {
        // the framework would answer itself, as if an endpoint had been refused
        call.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, (BiConsumer<RoutingContext, Throwable>) (same, fault) -> {});
        QuarkusHttpUser.getSecurityIdentity(call, authenticator.getIdentityProviderManager())
                .subscribe()
                .with(
                        person -> known.accept(person == null || person.isAnonymous() ? null : person, null),
                        fault -> known.accept(null, fault));
    }

    private static void go(RoutingContext call, String where) {
        call.response()
                .setStatusCode(302)
                .putHeader(HttpHeaders.LOCATION, where)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end();
    }

    private static void tell(RoutingContext call, JsonObject what) {
        call.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(what.encode());
    }

    private static Handler<RoutingContext> script() {
        try (var in = PageLogin.class.getResourceAsStream("/pages/session.js")) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return call -> call.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/javascript;charset=UTF-8")
                    .end(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
