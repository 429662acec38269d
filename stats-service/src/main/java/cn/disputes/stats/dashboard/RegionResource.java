package cn.disputes.stats.dashboard;

import cn.disputes.contract.codes.Regions;
import cn.disputes.contract.security.Caller;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** The names of the regions a caller may ask for. */
@Path("/v1/regions")
public class RegionResource {
    private final Caller caller;

    RegionResource(Caller caller) {
        this.caller = caller;
    }

    public record RegionList(List<Regions.Region> items) {}

    /** The divisions (GB/T 2260) of the caller's region: itself and all below it. */
    @GET
    @Authenticated
    public RegionList regions() {
        var scope = caller.scope();
        return new RegionList(
                Regions.all().stream().filter(r -> scope.covers(r.code())).toList());
    }
}
