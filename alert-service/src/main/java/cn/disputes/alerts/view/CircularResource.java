package cn.disputes.alerts.view;

import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.LEADER;

import cn.disputes.alerts.escalation.Escalations;
import cn.disputes.alerts.paper.PaperFormat;
import cn.disputes.alerts.round.Round;
import cn.disputes.alerts.view.Circular.By;
import cn.disputes.alerts.view.CircularRules.Fact;
import cn.disputes.alerts.view.CircularRules.Key;
import cn.disputes.alerts.view.CircularRules.Ranked;
import cn.disputes.contract.codes.Regions;
import cn.disputes.contract.security.Caller;
import cn.disputes.contract.security.RegionScope;
import cn.disputes.conventions.paging.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** The quarter's circular (季度通报): how regions, agencies and leaders dealt with their cases. */
@Path("/v1/circulars")
public class CircularResource {
    private final Jdbi jdbi;
    private final CircularStore store;
    private final Escalations escalations;
    private final Caller caller;
    private final Clock clock;

    CircularResource(Jdbi jdbi, CircularStore store, Escalations escalations, Caller caller, Clock clock) {
        this.jdbi = jdbi;
        this.store = store;
        this.escalations = escalations;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A quarter as JSON, or as a sheet or letter: {@code format}, else Accept. A leader sees the own cases only.
     * {@code quarter}: such as 2022-Q1, from the present one back; {@code regionCode}: the caller's region unless given, 404
     * outside it; {@code by}: what a row stands for, agency unless given.
     */
    @GET
    @Path("/{quarter}")
    @RolesAllowed({COORDINATOR, LEADER})
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = Circular.class)),
                @Content(mediaType = PaperFormat.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = PaperFormat.DOCX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response get(
            @PathParam("quarter") String quarter,
            @QueryParam("regionCode") String regionCode,
            @QueryParam("by") String by,
            @QueryParam("format") String format,
            @Context HttpHeaders headers) {
        var today = LocalDate.now(clock);
        var named = Quarter.read(quarter, today);
        var asked = Query.region("regionCode", regionCode);
        if (asked != null) caller.requireRegion(asked);
        var region = asked == null ? caller.scope() : new RegionScope(asked);
        var rows = Query.code("by", by, By.class);
        var paper = PaperFormat.asked(format, headers);
        // one moment for all: a case that moves meanwhile counts in one place
        var circular = jdbi.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ,
                h -> circular(h, named, region, rows == null ? By.agency : rows, today));
        return paper.answer(
                        circular,
                        "通报" + named,
                        () -> CircularSheet.of(circular),
                        () -> CircularLetter.of(named, circular))
                .build();
    }

    private Circular circular(Handle h, Quarter quarter, RegionScope region, By by, LocalDate today) {
        var own = caller.has(COORDINATOR) ? null : caller.subject();
        var facts = store.facts(h, quarter, region, escalations.signing(h)).stream()
                .filter(fact -> own == null || own.equals(fact.leader()))
                .toList();
        var ranked = CircularRules.rows(facts, key(by));
        var agencies = CircularStore.agencies(h, codes(ranked, Key::agency));
        var leaders = CircularStore.leaders(h, codes(ranked, Key::leader));
        return new Circular(
                quarter.toString(),
                region.region(),
                quarter.first(),
                quarter.last(),
                today,
                today.isAfter(quarter.last()),
                by,
                ranked.stream()
                        .map(row -> row(row, own == null, agencies, leaders))
                        .toList(),
                CircularRules.total(ranked.stream().map(Ranked::figures).toList()));
    }

    private static Function<Fact, Key> key(By by) {
        return switch (by) {
            case region -> fact -> new Key(fact.region(), null, null);
            case agency -> fact -> new Key(fact.region(), fact.agency(), null);
            case leader -> fact -> new Key(null, null, fact.leader());
        };
    }

    private static List<String> codes(List<Ranked> rows, Function<Key, String> code) {
        return rows.stream()
                .map(row -> code.apply(row.key()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Circular.Row row(
            Ranked row, boolean ranked, Map<String, String> agencies, Map<String, String> leaders) {
        var key = row.key();
        return new Circular.Row(
                ranked ? row.rank() : null,
                key.region(),
                Regions.find(key.region()).map(Regions.Region::name).orElse(null),
                key.agency(),
                key.agency() == null ? null : agencies.get(key.agency()),
                key.leader() == null
                        ? null
                        : new Round.Responsible(key.leader(), leaders.getOrDefault(key.leader(), key.leader())),
                row.figures());
    }
}
