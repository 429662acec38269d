package cn.disputes.conventions;

import cn.disputes.contract.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses an address with a NUL in it before anybody binds a part of it: PostgreSQL holds none, so nothing is called so, and
 * what asks it all the same would fail.
 */
public class ReadablePath {
    @ServerRequestFilter
    public void refuseNul(ContainerRequestContext request) {
        request.getUriInfo().getPathParameters().forEach((name, values) -> {
            if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0))
                throw ProblemException.invalid(name, "不能含空字符（NUL）", "Must not contain the character NUL");
        });
    }
}
