package cn.disputes.contract.security;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is calling, as the verified token says. */
@RequestScoped
public class Caller {
    /** Attribute of an identity whose token's region is known already. */
    static final String SCOPE = RegionScope.class.getName();

    private final SecurityIdentity identity;
    private RegionScope scope;

    @Inject
    public Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The token's {@code sub}; two actions by the same subject are by the same person. */
    public String subject() {
        var subject = token().getSubject();
        if (subject == null || subject.isBlank()) throw new ForbiddenException();
        return subject;
    }

    public String name() {
        return claim("name").orElseGet(this::subject);
    }

    public boolean has(String role) {
        return identity.hasRole(role);
    }

    /** The agency (统一社会信用代码) a liaison speaks for. */
    public Optional<String> agency() {
        return claim("agency");
    }

    /** A token without a region sees nothing: there is no implied "everywhere". */
    public RegionScope scope() {
        if (scope == null) scope = identity.getAttribute(SCOPE);
        if (scope == null) scope = region(token()).orElseThrow(ForbiddenException::new);
        return scope;
    }

    static Optional<RegionScope> region(JsonWebToken token) {
        return claim(token, "region").filter(code -> code.matches("\\d{6}")).map(RegionScope::new);
    }

    /** Refuses a region outside the scope as if it did not exist. */
    public void requireRegion(String code) {
        if (!scope().covers(code)) throw new ProblemException(GeneralProblem.NOT_FOUND);
    }

    private Optional<String> claim(String name) {
        return claim(token(), name);
    }

    private static Optional<String> claim(JsonWebToken token, String name) {
        var value = token.getClaim(name);
        return value == null || value.toString().isBlank() ? Optional.empty() : Optional.of(value.toString());
    }

    private JsonWebToken token() {
        if (identity.getPrincipal() instanceof JsonWebToken) return (JsonWebToken) identity.getPrincipal();
        throw new ForbiddenException();
    }
}
