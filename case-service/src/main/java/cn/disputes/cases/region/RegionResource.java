package cn.disputes.cases.region;

import cn.disputes.contract.codes.Regions;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** The administrative divisions (GB/T 2260) the register covers. */
@Path("/v1/regions")
public class RegionResource {
    public record Divisions(List<Regions.Region> items) {}

    @GET
    @Authenticated
    public Divisions list() {
        return new Divisions(Regions.all());
    }
}
