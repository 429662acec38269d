package cn.disputes.deploy.local;

import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Tokens for tests, good and bad ones. The key lives in a system property: test resource and tests have two loaders. */
public final class TestTokens {
    private static final String PROPERTY = "disputes.test.token-key";

    private final Set<String> roles;
    private String region = "330700";
    private String agency;
    private String name = "测试用户";
    private String issuer = TokenIssuer.ISSUER;
    private String audience = TokenIssuer.AUDIENCE;
    private boolean expired;

    private TestTokens(Set<String> roles) {
        this.roles = roles;
    }

    static synchronized TokenIssuer issuer() {
        if (System.getProperty(PROPERTY) == null)
            System.setProperty(PROPERTY, TokenIssuer.generate().encoded());
        return TokenIssuer.parse(System.getProperty(PROPERTY));
    }

    /** Roles; region 330700 unless another is given. */
    public static TestTokens token(String... roles) {
        return new TestTokens(Set.of(roles));
    }

    public TestTokens region(String code) {
        region = code;
        return this;
    }

    public TestTokens agency(String code) {
        agency = code;
        return this;
    }

    /** Also the {@code sub}. */
    public TestTokens name(String value) {
        name = value;
        return this;
    }

    public TestTokens issuer(String value) {
        issuer = value;
        return this;
    }

    public TestTokens audience(String value) {
        audience = value;
        return this;
    }

    public TestTokens expired() {
        expired = true;
        return this;
    }

    public String sign() {
        return sign(issuer());
    }

    /** Signed by somebody else's key. */
    public String forged() {
        return sign(TokenIssuer.generate());
    }

    /** HS256 with the public key as the secret, the classic confusion of algorithms. */
    public String confused() {
        return claims().jws().signWithSecret(issuer().publicKey());
    }

    private String sign(TokenIssuer by) {
        return claims().jws().sign(by.key());
    }

    private io.smallrye.jwt.build.JwtClaimsBuilder claims() {
        var issuedAt = expired ? Instant.now().minus(Duration.ofHours(2)) : Instant.now();
        var claims = Jwt.issuer(issuer)
                .audience(audience)
                .subject(name)
                .claim("name", name)
                .groups(roles)
                .issuedAt(issuedAt)
                .expiresAt(issuedAt.plus(Duration.ofHours(1)));
        if (region != null) claims.claim("region", region);
        if (agency != null) claims.claim("agency", agency);
        return claims;
    }
}
