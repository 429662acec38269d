package cn.disputes.alerts.backtest;

import static cn.disputes.contract.security.Roles.COORDINATOR;

import cn.disputes.alerts.risk.RiskRules;
import cn.disputes.alerts.risk.RulesInForce;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.contract.security.RegionScope;
import cn.disputes.conventions.paging.Cursor;
import cn.disputes.conventions.paging.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Jdbi;

/** Tries rules before they are put in force: on suits that are judged, and on those that are open. Writes nothing. */
@Path("/v1/risk-rules")
public class BacktestResource {
    private final Jdbi jdbi;
    private final Backtests backtests;
    private final WhatIf whatIf;
    private final RulesInForce rules;
    private final Caller caller;

    BacktestResource(Jdbi jdbi, Backtests backtests, WhatIf whatIf, RulesInForce rules, Caller caller) {
        this.jdbi = jdbi;
        this.backtests = backtests;
        this.whatIf = whatIf;
        this.rules = rules;
        this.caller = caller;
    }

    /**
     * What to try, on which suits.
     *
     * @param rules given whole, or else {@code version}; without both the rules in force
     * @param from first day of judgment, with {@code to} the last
     * @param regionCode and all below it; the caller's own unless given
     */
    public record Request(
            @Valid RiskRules rules,
            Integer version,
            @NotNull(message = "不能为空 | Must be given") LocalDate from,
            @NotNull(message = "不能为空 | Must be given") LocalDate to,
            @Pattern(regexp = "[0-9]{6}", message = "应为六位行政区划代码 | Must be a six-digit region code")
                    String regionCode) {}

    /**
     * Replays rules over suits that courts decided, each as it could be known before its judgment: neither its outcome nor
     * anything later counts. Suits withdrawn or mediated are left out, nobody lost them.
     */
    @POST
    @Path("/backtest")
    @RolesAllowed(COORDINATOR)
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = Backtests.Result.class)))
    public Backtests.Result backtest(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit,
            @Valid @NotNull(message = "不能为空 | Must be given") Request request) {
        var tried = tried(request.rules(), request.version());
        return backtests.run(
                Judge.by(tried.rules()),
                tried.version() == 0 ? null : tried.version(),
                null,
                request.from(),
                request.to(),
                request.regionCode(),
                caller,
                cursor,
                limit);
    }

    /** The rules to compare with those in force. */
    public record Supposition(
            @Valid RiskRules rules,
            Integer version,
            @Pattern(regexp = "[0-9]{6}", message = "应为六位行政区划代码 | Must be a six-digit region code")
                    String regionCode) {}

    /** Which open suits would change their level if these rules were in force. */
    @POST
    @Path("/what-if")
    @RolesAllowed(COORDINATOR)
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = WhatIf.Result.class)))
    public WhatIf.Result whatIf(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit,
            @Valid @NotNull(message = "不能为空 | Must be given") Supposition supposed) {
        if (supposed.regionCode() != null) caller.requireRegion(supposed.regionCode());
        var scope = supposed.regionCode() == null ? caller.scope() : new RegionScope(supposed.regionCode());
        var then = tried(supposed.rules(), supposed.version()).rules();
        var after = cursor == null || cursor.isEmpty()
                ? null
                : Cursor.decode(cursor, 1).get(0);
        return whatIf.run(jdbi.withHandle(rules::now).rules(), then, scope, after, Query.limit(limit));
    }

    /** Version 0 stands for rules that are given and kept nowhere. */
    private RulesInForce.Versioned tried(RiskRules given, Integer version) {
        if (given != null && version != null)
            throw ProblemException.invalid("version", "与 rules 只能给出一个", "Give either this or rules");
        if (given != null) {
            given.check();
            return new RulesInForce.Versioned(0, given);
        }
        return jdbi.withHandle(h -> version == null ? rules.now(h) : rules.of(h, version));
    }
}
