package cn.disputes.cases.warning;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** Every warning there is, as data. */
@Path("/v1/warning-catalogue")
public class WarningCatalogueResource {
    public record Catalogue(List<Prompt> items) {}

    private static final Catalogue ALL = new Catalogue(WarningCatalogue.ALL);

    @GET
    @Authenticated
    public Catalogue list() {
        return ALL;
    }
}
