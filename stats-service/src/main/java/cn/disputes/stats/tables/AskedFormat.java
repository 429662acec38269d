package cn.disputes.stats.tables;

import cn.disputes.contract.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * {@code format=csv|xlsx|json} for whoever cannot send a header, a link in a page above all: the same as the media type in
 * {@code Accept}, which it overrules.
 */
public class AskedFormat {
    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String PARAMETER = "format";
    private static final String UNKNOWN = AskedFormat.class.getName();
    private static final Map<String, String> TYPES =
            Map.of("csv", CSV, "xlsx", XLSX, "json", MediaType.APPLICATION_JSON);

    @ServerRequestFilter(preMatching = true)
    public void overruleAccept(ContainerRequestContext request) {
        var uri = request.getUriInfo();
        if (!uri.getPath().startsWith("/v1/statistics")) return;
        var format = uri.getQueryParameters().getFirst(PARAMETER);
        if (format == null) return;
        request.setRequestUri(
                uri.getRequestUriBuilder().replaceQueryParam(PARAMETER).build());
        var type = TYPES.get(format);
        if (type == null) request.setProperty(UNKNOWN, format);
        else request.getHeaders().putSingle(HttpHeaders.ACCEPT, type);
    }

    /** Only once it is known who asks. */
    @ServerRequestFilter
    public void refuseUnknown(ContainerRequestContext request) {
        if (request.getProperty(UNKNOWN) != null)
            throw ProblemException.invalid(PARAMETER, "应为 csv、xlsx 或 json", "Must be csv, xlsx or json");
    }
}
