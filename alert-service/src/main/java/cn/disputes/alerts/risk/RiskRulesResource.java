package cn.disputes.alerts.risk;

import static cn.disputes.contract.security.Roles.COORDINATOR;

import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.Preconditions;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The weights in force; a change is a new version, old ones stay. */
@Path("/v1/risk-rules")
public class RiskRulesResource {
    private final Jdbi jdbi;
    private final RiskCases cases;
    private final Caller caller;
    private final Clock clock;

    RiskRulesResource(Jdbi jdbi, RiskCases cases, Caller caller, Clock clock) {
        this.jdbi = jdbi;
        this.cases = cases;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Authenticated
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RiskRules.class)))
    public Response get() {
        return jdbi.withHandle(this::show);
    }

    @PUT
    @RolesAllowed(COORDINATOR)
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RiskRules.class)))
    public Response put(
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull(message = "不能为空 | Must be given") RiskRules rules) {
        if (rules.orange() > rules.red()) throw ProblemException.invalid("orange", "不能高于 red", "Must not be above red");
        return jdbi.inTransaction(h -> {
            h.execute("SELECT pg_advisory_xact_lock(32)");
            var version = version(h);
            Preconditions.ifMatch(ifMatch, version);
            h.createUpdate(
                            "INSERT INTO risk_rules (version, body, recorded_by, recorded_at) VALUES (:version, CAST(:body AS jsonb), :by, :now)")
                    .bind("version", version + 1)
                    .bind("body", RiskCases.json(rules))
                    .bind("by", caller.subject())
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .execute();
            return show(h);
        });
    }

    private Response show(Handle h) {
        return Response.ok(cases.rules(h)).tag(Preconditions.etag(version(h))).build();
    }

    private static int version(Handle h) {
        return h.createQuery("SELECT max(version) FROM risk_rules")
                .mapTo(Integer.class)
                .one();
    }
}
