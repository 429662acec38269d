package cn.disputes.alerts.risk;

import static cn.disputes.contract.security.Roles.COORDINATOR;

import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.Preconditions;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The weights in force; a change is a new version, old ones stay, and every open suit is scored again by the new one. */
@Path("/v1/risk-rules")
public class RiskRulesResource {
    private final Jdbi jdbi;
    private final RulesInForce rules;
    private final Caller caller;

    RiskRulesResource(Jdbi jdbi, RulesInForce rules, Caller caller) {
        this.jdbi = jdbi;
        this.rules = rules;
        this.caller = caller;
    }

    @GET
    @Authenticated
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RiskRules.class)))
    public Response get() {
        return jdbi.withHandle(this::show);
    }

    /** By a coordinator whose region covers every case, suit and duty; 403 to others: the rules are one for all regions. */
    @PUT
    @RolesAllowed(COORDINATOR)
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RiskRules.class)))
    public Response put(
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull(message = "不能为空 | Must be given") RiskRules given) {
        given.check();
        return jdbi.inTransaction(h -> {
            if (!Everywhere.covered(h, caller.scope())) throw new ProblemException(RiskProblem.RULES_ARE_FOR_ALL);
            h.execute("SELECT pg_advisory_xact_lock(?)", RulesInForce.LOCK);
            var version = RulesInForce.version(h);
            Preconditions.ifMatch(ifMatch, version);
            rules.put(h, given, version + 1, caller.subject());
            return show(h);
        });
    }

    /**
     * How far the scoring of the open suits by a version has got.
     *
     * @param total open when the version was put in force
     * @param done of them scored by it, or by a later one that came before their turn
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rescoring(int total, int done, Instant startedAt, Instant finishedAt) {}

    /** One version; {@code rescoring} is missing for the shipped ones. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Version(
            int version,
            boolean inForce,
            String recordedBy,
            Instant recordedAt,
            RiskRules rules,
            Rescoring rescoring) {}

    public record Versions(List<Version> items) {}

    /** Every version that was ever in force, the latest first. */
    @GET
    @Path("/versions")
    @RolesAllowed(COORDINATOR)
    public Versions versions() {
        return jdbi.withHandle(h -> {
            var inForce = RulesInForce.version(h);
            return new Versions(h.createQuery(
                            """
                            SELECT v.version, v.recorded_by, v.recorded_at, r.total, r.started_at, r.finished_at,
                                   (SELECT count(*) FROM score_due d WHERE d.rule_version = v.version) AS waiting
                            FROM risk_rules v LEFT JOIN rescoring r ON r.rule_version = v.version ORDER BY v.version DESC""")
                    .map((row, ctx) -> {
                        var version = row.getInt("version");
                        var total = (Integer) row.getObject("total");
                        var rescoring = total == null
                                ? null
                                : new Rescoring(
                                        total,
                                        total - row.getInt("waiting"),
                                        instant(row.getObject("started_at", OffsetDateTime.class)),
                                        instant(row.getObject("finished_at", OffsetDateTime.class)));
                        return new Version(
                                version,
                                version == inForce,
                                row.getString("recorded_by"),
                                instant(row.getObject("recorded_at", OffsetDateTime.class)),
                                rules.of(h, version).rules(),
                                rescoring);
                    })
                    .list());
        });
    }

    private static Instant instant(OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private Response show(Handle h) {
        var now = rules.now(h);
        return Response.ok(now.rules()).tag(Preconditions.etag(now.version())).build();
    }
}
