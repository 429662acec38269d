package cn.disputes.stats.targets;

import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.DASHBOARD;
import static cn.disputes.contract.security.Roles.LEADER;
import static cn.disputes.contract.security.Roles.STATISTICIAN;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.Preconditions;
import cn.disputes.conventions.paging.Query;
import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.indicators.Indicators;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What is to be reached, per indicator and region. */
@Path("/v1/targets/{indicator}")
public class TargetResource {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int MOST_DIGITS = 9;
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000_000);

    private final Jdbi jdbi;
    private final TargetStore store;
    private final Caller caller;
    private final Clock clock;

    TargetResource(Jdbi jdbi, TargetStore store, Caller caller, Clock clock) {
        this.jdbi = jdbi;
        this.store = store;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A new target.
     *
     * @param value a fraction for rates (0 to 1), a number from 0 otherwise; left out it ends the region's own target
     * @param validFrom first month it holds for, which may be past: what held before stays in the versions
     */
    public record Setting(
            BigDecimal value,
            @NotNull(message = "不能为空，格式 yyyy-MM | Must be given, yyyy-MM") YearMonth validFrom,
            @Size(max = 500, message = "最多500字 | At most 500 characters") String note) {}

    @GET
    @RolesAllowed({STATISTICIAN, COORDINATOR, LEADER, DASHBOARD})
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Target.class)))
    public Response get(@PathParam("indicator") String code, @QueryParam("regionCode") String regionCode) {
        var indicator = indicator(code);
        var region = region(regionCode);
        return jdbi.withHandle(h -> show(h, 200, indicator, region));
    }

    /** Adds a version; If-Match is needed once there is one. The same setting again changes nothing. */
    @PUT
    @RolesAllowed({STATISTICIAN, COORDINATOR})
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Target.class)))
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Target.class)))
    public Response put(
            @PathParam("indicator") String code,
            @QueryParam("regionCode") String regionCode,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull(message = "不能为空 | Must be given") Setting setting) {
        var indicator = indicator(code);
        var region = region(regionCode);
        check(indicator, setting);
        return jdbi.inTransaction(h -> {
            store.lock(h, indicator.code(), region);
            var versions = store.versions(h, indicator.code(), region);
            var version = versions.isEmpty() ? 0 : versions.get(0).version();
            if (version > 0) {
                if (same(versions.get(0), setting)) return show(h, 200, indicator, region);
                Preconditions.ifMatch(ifMatch, version);
            }
            store.add(
                    h,
                    indicator.code(),
                    region,
                    version + 1,
                    setting.value(),
                    setting.validFrom(),
                    setting.note(),
                    caller.subject(),
                    clock.instant());
            return show(h, version == 0 ? 201 : 200, indicator, region);
        });
    }

    private static boolean same(Target.Version latest, Setting setting) {
        var value = latest.value() == null
                ? setting.value() == null
                : setting.value() != null && latest.value().compareTo(setting.value()) == 0;
        return value && latest.validFrom().equals(setting.validFrom()) && Objects.equals(latest.note(), setting.note());
    }

    private static void check(Indicator indicator, Setting setting) {
        var year = setting.validFrom().getYear();
        if (year < 1000 || year > 9999)
            throw ProblemException.invalid("validFrom", "应为月份 yyyy-MM", "Must be a month, yyyy-MM");
        var value = setting.value();
        if (value == null) return;
        var most = indicator.shape() == Indicator.Shape.RATE ? BigDecimal.ONE : MOST;
        if (value.signum() < 0 || value.compareTo(most) > 0 || value.scale() > MOST_DIGITS) {
            throw ProblemException.invalid(
                    "value",
                    "应为 0 到 " + most.toPlainString() + "，最多" + MOST_DIGITS + "位小数",
                    "Must be 0 to " + most.toPlainString() + " with at most " + MOST_DIGITS + " decimals");
        }
    }

    private static Indicator indicator(String code) {
        return Indicators.find(code).orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
    }

    private String region(String given) {
        var region = Query.region("regionCode", given);
        if (region == null) return caller.scope().region();
        caller.requireRegion(region);
        return region;
    }

    private Response show(Handle h, int status, Indicator indicator, String region) {
        var versions = store.versions(h, indicator.code(), region);
        var now = store.inForce(h, indicator.code(), YearMonth.now(clock.withZone(SHANGHAI)))
                .of(region);
        var version = versions.isEmpty() ? 0 : versions.get(0).version();
        var target = new Target(
                indicator.code(),
                region,
                version,
                now.map(Target.InForce::value).orElse(null),
                now.map(Target.InForce::regionCode).orElse(null),
                versions);
        return Response.status(status)
                .entity(target)
                .tag(Preconditions.etag(version))
                .build();
    }
}
