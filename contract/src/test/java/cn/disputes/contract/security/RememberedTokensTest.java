package cn.disputes.contract.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RememberedTokensTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private final RememberedTokens tokens =
            new RememberedTokens(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofSeconds(60));

    private record Token(Map<String, Object> claims) implements JsonWebToken {
        @Override
        public String getName() {
            return getSubject();
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T getClaim(String name) {
            return (T) claims.get(name);
        }
    }

    private static SecurityIdentity verified(String text, Instant expiry) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new Token(Map.of("sub", "甲", "region", "330700", "exp", expiry.getEpochSecond())))
                .addRole(Roles.CASE_OFFICER)
                .addCredential(new AccessTokenCredential(text))
                .addAttribute("tenant", "one")
                .addAttribute(RoutingContext.class.getName(), new Object())
                .build();
    }

    private SecurityIdentity known(String text) {
        return tokens.authenticate(new TokenAuthenticationRequest(new AccessTokenCredential(text)), null)
                .await()
                .indefinitely();
    }

    private SecurityIdentity remember(SecurityIdentity identity) {
        return tokens.augment(identity, null).await().indefinitely();
    }

    @Test
    void aTokenIsTheProvidersUntilItHasVerifiedIt() {
        assertNull(known("a"));
        var first = remember(verified("a", NOW.plusSeconds(600)));
        assertSame(first, known("a"));
        assertSame(first, remember(first));
        assertNull(known("a "), "another text is another token");
    }

    @Test
    void whatIsRememberedIsTheTokensAndNotTheRequests() {
        var known = remember(verified("a", NOW.plusSeconds(600)));
        assertEquals(Set.of(Roles.CASE_OFFICER), known.getRoles());
        assertEquals("one", known.getAttribute("tenant"));
        assertNull(known.getAttribute(RoutingContext.class.getName()));
        assertEquals(new RegionScope("330700"), new Caller(known).scope());
    }

    @Test
    void whatHasExpiredIsNotRemembered() {
        remember(verified("old", NOW.minusSeconds(1)));
        assertNull(known("old"));
    }

    @Test
    void allAreVerifiedAgainWhenAnotherKeyHasSigned() {
        remember(verified("old-key.a.x", NOW.plusSeconds(600)));
        remember(verified("old-key.b.x", NOW.plusSeconds(600)));
        assertNotNull(known("old-key.a.x"));
        remember(verified("new-key.c.x", NOW.plusSeconds(600)));
        assertNull(known("old-key.a.x"));
        assertNull(known("old-key.b.x"));
        remember(verified("old-key.b.x", NOW.plusSeconds(600)));
        assertNotNull(known("new-key.c.x"), "a key that is known changes nothing");
    }

    @Test
    void whoBringsNoTokenIsNotRemembered() {
        var nobody = QuarkusSecurityIdentity.builder().setAnonymous(true).build();
        assertSame(nobody, remember(nobody));
    }

    /** Its principal is the identity token's, without a role: the access token beside it is still to be verified. */
    @Test
    void aLoginOnAPageSaysNothingOfItsAccessToken() {
        var login = QuarkusSecurityIdentity.builder(verified("a", NOW.plusSeconds(600)))
                .addCredential(new IdTokenCredential("id"))
                .build();
        assertSame(login, remember(login));
        assertNull(known("a"));
    }

    @ParameterizedTest
    @CsvSource({"600, 60, 60", "60, 60, 60", "59, 60, 59", "0, 60, 0", "-1, 60, 0", "600, 0, 0"})
    void neverLongerThanItLives(long left, long longest, long kept) {
        assertEquals(
                Duration.ofSeconds(kept),
                RememberedTokens.lifetime(NOW, NOW.plusSeconds(left), Duration.ofSeconds(longest)));
    }
}
