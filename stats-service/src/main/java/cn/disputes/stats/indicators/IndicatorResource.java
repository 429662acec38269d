package cn.disputes.stats.indicators;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What each figure means. */
@Path("/v1/indicators")
public class IndicatorResource {
    /**
     * A definition in words, made from the one that is computed.
     *
     * @param numerator condition of the numerator's rows, as computed
     * @param denominator condition of the denominator's rows, as computed; null for a count
     * @param exclusions why a row of the period may be left out
     */
    public record Definition(
            String code,
            String zh,
            String en,
            String shape,
            String formula,
            String numerator,
            @Schema(nullable = true) String denominator,
            String exclusions,
            List<String> variants,
            String definitionVersion,
            String basis) {}

    public record Dictionary(List<Definition> items) {}

    @GET
    @Authenticated
    public Dictionary list() {
        return new Dictionary(Indicators.all().stream()
                .filter(i -> !i.code().contains(":"))
                .map(IndicatorResource::define)
                .toList());
    }

    @GET
    @Path("/{code}")
    @Authenticated
    public Definition get(@PathParam("code") String code) {
        return Indicators.find(code)
                .map(IndicatorResource::define)
                .orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
    }

    private static Definition define(Indicator i) {
        var variants = Indicators.all().stream()
                .map(Indicator::code)
                .filter(code -> code.startsWith(i.code() + ":"))
                .toList();
        var ratio = i.shape() == Indicator.Shape.RATIO;
        var numerator =
                ratio ? "RECONSIDERATIONS_RECEIVED" : i.population() + " AND " + i.counted() + " AND " + i.numerator();
        var denominator =
                switch (i.shape()) {
                    case COUNT -> null;
                    case RATIO -> "FIRST_INSTANCE_RECEIVED";
                    case RATE -> i.population() + " AND " + i.counted();
                    case COUNTIES -> "counties";
                };
        return new Definition(
                i.code(),
                i.zh(),
                i.en(),
                i.shape().name(),
                i.formula(),
                numerator,
                denominator,
                i.excludedReason(),
                variants,
                Indicator.DEFINITION_VERSION,
                i.basis());
    }
}
