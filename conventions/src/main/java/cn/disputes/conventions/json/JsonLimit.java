package cn.disputes.conventions.json;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a JSON body that says itself that it is too long, before any of it is read; one that does not say is cut off
 * by {@link StrictJson}.
 */
public class JsonLimit {
    @ServerRequestFilter
    public void refuse(ContainerRequestContext request) {
        var type = request.getMediaType();
        if (type == null || !type.getSubtype().endsWith("json")) return;
        var length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length == null || !length.matches("[0-9]{1,18}")) return;
        if (Long.parseLong(length) > StrictJson.MAX_DOCUMENT) throw new ProblemException(GeneralProblem.TOO_LARGE);
    }
}
