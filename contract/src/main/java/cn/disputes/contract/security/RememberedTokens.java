package cn.disputes.contract.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Tokens that were verified a moment ago: checking a signature and reading the claims takes as long as reading a list, and
 * a screen or a display sends the same token with every request. Never longer than the token lives, and all are verified
 * again as soon as one comes that another key has signed: the old key may have been withdrawn.
 */
@ApplicationScoped
class RememberedTokens implements IdentityProvider<TokenAuthenticationRequest>, SecurityIdentityAugmentor {
    private static final int MOST = 1000;
    private static final String ROUTING_CONTEXT = RoutingContext.class.getName();
    private static final String REMEMBERED = RememberedTokens.class.getName();

    private final Cache<String, SecurityIdentity> verified;
    /** The headers of tokens, which name the key. */
    private final Set<String> keys = ConcurrentHashMap.newKeySet();

    /** @param longest that a token is taken for what it was; zero verifies every request's */
    RememberedTokens(
            Clock clock, @ConfigProperty(name = "tokens.remembered-for", defaultValue = "60s") Duration longest) {
        this.verified = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfter(Expiry.creating((String token, SecurityIdentity identity) ->
                        lifetime(clock.instant(), expiry(identity), longest)))
                .build();
    }

    /** Before the provider that verifies, which has {@code SYSTEM_FIRST + 1}. */
    @Override
    public int priority() {
        return 2 * SYSTEM_FIRST;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** Nothing says: ask the next provider. */
    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        if (!(request.getToken() instanceof AccessTokenCredential))
            return Uni.createFrom().nullItem();
        return Uni.createFrom().item(verified.getIfPresent(request.getToken().getToken()));
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        var token = identity.getCredential(AccessTokenCredential.class);
        // a person logged in on a page is told by an identity token, which says nothing of roles
        if (token == null
                || identity.getCredential(IdTokenCredential.class) != null
                || !(identity.getPrincipal() instanceof JsonWebToken)
                || identity.getAttribute(REMEMBERED) != null)
            return Uni.createFrom().item(identity);
        var known = withoutRequest(identity);
        if (keys.add(header(token.getToken()))) verified.invalidateAll();
        verified.put(token.getToken(), known);
        return Uni.createFrom().item(known);
    }

    /** The identity of every request that brings the token: with what the token says, and nothing of the first request. */
    private static SecurityIdentity withoutRequest(SecurityIdentity identity) {
        var builder = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addCredentials(identity.getCredentials())
                .addAttribute(REMEMBERED, true);
        identity.getAttributes().forEach((name, value) -> {
            if (value != null && !name.equals(ROUTING_CONTEXT)) builder.addAttribute(name, value);
        });
        // looking for a claim of ours takes long
        Caller.region((JsonWebToken) identity.getPrincipal())
                .ifPresent(scope -> builder.addAttribute(Caller.SCOPE, scope));
        return builder.build();
    }

    private static String header(String token) {
        return token.substring(0, Math.max(0, token.indexOf('.')));
    }

    private static Instant expiry(SecurityIdentity identity) {
        return Instant.ofEpochSecond(((JsonWebToken) identity.getPrincipal()).getExpirationTime());
    }

    static Duration lifetime(Instant now, Instant expiry, Duration longest) {
        var left = Duration.between(now, expiry);
        if (left.isNegative()) return Duration.ZERO;
        return left.compareTo(longest) < 0 ? left : longest;
    }
}
