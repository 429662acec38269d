package cn.disputes.deploy.local;

import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;

/** Signs tokens with a key pair made on this machine; a deployment with an identity provider has none of this. */
public final class TokenIssuer {
    public static final String ISSUER = "https://disputes.local";
    public static final String AUDIENCE = "disputes";

    private final PrivateKey key;

    private TokenIssuer(PrivateKey key) {
        this.key = key;
    }

    public static TokenIssuer generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new TokenIssuer(generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The issuer kept in a folder; made on first use, readable by its owner only. */
    public static TokenIssuer in(Path folder) throws IOException {
        var file = folder.resolve("token-key.pem");
        if (Files.exists(file)) return parse(Files.readString(file));
        Files.createDirectories(folder);
        var issuer = generate();
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(file, ownerOnly);
        Files.writeString(file, issuer.encoded());
        return issuer;
    }

    public static TokenIssuer parse(String encoded) {
        try {
            var spec = new PKCS8EncodedKeySpec(
                    Base64.getMimeDecoder().decode(encoded.replaceAll("-----[A-Z ]+-----", "")));
            return new TokenIssuer(KeyFactory.getInstance("RSA").generatePrivate(spec));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the token key cannot be read", e);
        }
    }

    /** PKCS#8 as PEM. */
    public String encoded() {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    /** The value of {@code quarkus.oidc.public-key}: X.509, Base64, no header. */
    public String publicKey() {
        try {
            var rsa = (RSAPrivateCrtKey) key;
            var spec = new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent());
            return Base64.getEncoder()
                    .encodeToString(
                            KeyFactory.getInstance("RSA").generatePublic(spec).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public PrivateKey key() {
        return key;
    }

    /** A token for one person; {@code agency} may be null. */
    public String token(Set<String> roles, String region, String agency, String name, Duration validity) {
        var claims = Jwt.issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(name)
                .claim("name", name)
                .groups(roles)
                .claim("region", region)
                .expiresIn(validity);
        if (agency != null) claims.claim("agency", agency);
        return claims.jws().sign(key);
    }
}
