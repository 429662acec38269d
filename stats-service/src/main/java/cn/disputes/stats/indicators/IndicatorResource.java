package cn.disputes.stats.indicators;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.stats.indicators.Indicator.Shape;
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
     * @param numerator which rows are in the numerator (of a count: which are counted)
     * @param denominator which rows are in the denominator; null for a count
     * @param exclusions why a row of the period may be left out
     * @param definitionVersion of this definition
     * @param trial proposed, not in force
     * @param sql the condition that is computed, over a fact {@code f} and a period {@code p}; null of a ratio
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
            String basis,
            boolean trial,
            String numeratorEn,
            @Schema(nullable = true) String denominatorEn,
            List<Exclusion> excluded,
            @Schema(nullable = true) String sql) {}

    /** A condition, and what is said of a row left out because it does not meet it. */
    public record Exclusion(String condition, String conditionEn, String reason, String reasonEn) {}

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
        return Indicators.find(code).map(IndicatorResource::define).orElseThrow(IndicatorResource::notFound);
    }

    /** Every version of a definition, oldest first; the one without {@code @} in its code is in force. */
    @GET
    @Path("/{code}/versions")
    @Authenticated
    public Dictionary versions(@PathParam("code") String code) {
        var versions = Indicators.versions(code);
        if (versions.isEmpty()) throw notFound();
        return new Dictionary(versions.stream().map(IndicatorResource::define).toList());
    }

    private static ProblemException notFound() {
        return new ProblemException(GeneralProblem.NOT_FOUND);
    }

    private static Definition define(Indicator i) {
        var variants = Indicators.all().stream()
                .map(Indicator::code)
                .filter(code -> code.startsWith(i.plainCode() + ":"))
                .toList();
        var ratio = i.shape() == Shape.RATIO;
        var counties = i.shape() == Shape.COUNTIES;
        var count = i.shape() == Shape.COUNT;
        return new Definition(
                i.code(),
                i.zh(),
                i.en(),
                i.shape().name(),
                i.formula(),
                ratio ? i.numeratorOf() : (counties ? "县（市、区），没有：" : "") + IndicatorText.zh(i, !count),
                ratio ? i.denominatorOf() : count ? null : counties ? "县（市、区）" : IndicatorText.zh(i, false),
                i.excludedReason(),
                variants,
                i.version(),
                i.basis(),
                i.trial(),
                ratio ? i.numeratorOf() : (counties ? "counties without any of: " : "") + IndicatorText.en(i, !count),
                ratio ? i.denominatorOf() : count ? null : counties ? "counties" : IndicatorText.en(i, false),
                i.base().stream()
                        .map(c -> new Exclusion(c.zh(), c.en(), c.otherwiseZh(), c.otherwiseEn()))
                        .toList(),
                ratio ? null : i.population() + " AND " + i.counted() + " AND " + i.numerator());
    }
}
