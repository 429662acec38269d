package cn.disputes.stats.figures;

import cn.disputes.contract.codes.Regions;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.RegionScope;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jdbi.v3.core.Jdbi;

/**
 * Refuses a question about a region at or below which there is neither a division nor any case: its figures would be zeros,
 * which is another thing. A case may lie in a region that is not in the list, and is found there.
 */
@Singleton
public class KnownRegions {
    private static final List<String> PARAMETERS = List.of("regionCode", "region");

    private final Jdbi jdbi;

    KnownRegions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @ServerRequestFilter
    public void refuseUnknown(ContainerRequestContext request) {
        var asked = request.getUriInfo().getQueryParameters();
        for (var name : PARAMETERS) {
            var code = asked.getFirst(name);
            // what is no code at all the endpoint refuses by name
            if (code != null && code.matches("[0-9]{6}")) require(code);
        }
    }

    public void require(String region) {
        if (!exists(new RegionScope(region))) throw new ProblemException(GeneralProblem.NOT_FOUND);
    }

    private boolean exists(RegionScope scope) {
        return Regions.all().stream().anyMatch(one -> scope.covers(one.code()))
                || jdbi.withHandle(h -> h.createQuery(
                                "SELECT EXISTS (SELECT FROM fact_version WHERE " + scope.sql("region_code") + ")")
                        .mapTo(Boolean.class)
                        .one());
    }
}
