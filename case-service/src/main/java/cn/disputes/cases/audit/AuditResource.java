package cn.disputes.cases.audit;

import static cn.disputes.contract.security.Roles.AUDITOR;

import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.paging.Cursor;
import cn.disputes.conventions.paging.Page;
import cn.disputes.conventions.paging.Query;
import cn.disputes.conventions.table.Downloads;
import cn.disputes.conventions.table.TableFormat;
import cn.disputes.conventions.table.TableWriter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Jdbi;

/** The audit trail of the auditor's region: to search, to take away, and to verify. */
@Path("/v1/audit")
@RolesAllowed(AUDITOR)
public class AuditResource {
    private static final List<String> COLUMNS =
            List.of("at", "subject", "address", "action", "regionCode", "caseIds", "detail");

    private final Jdbi jdbi;
    private final AuditChain chain;
    private final AuditSealer sealer;
    private final AuditTrail trail;
    private final Caller caller;
    private final Downloads downloads;

    AuditResource(
            Jdbi jdbi, AuditChain chain, AuditSealer sealer, AuditTrail trail, Caller caller, Downloads downloads) {
        this.trail = trail;
        this.jdbi = jdbi;
        this.sealer = sealer;
        this.chain = chain;
        this.caller = caller;
        this.downloads = downloads;
    }

    /** What a search can be narrowed by. */
    public static class Filter {
        @QueryParam("caseId")
        public String caseId;

        @QueryParam("subject")
        public String subject;

        @QueryParam("action")
        public String action;

        @QueryParam("from")
        public String from;

        @QueryParam("to")
        public String to;
    }

    /** Oldest first. */
    @GET
    public Page<AuditEntry> list(
            @BeanParam Filter filter, @QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        var rows = Query.limit(limit);
        var values = values(filter);
        var after = cursor == null || cursor.isEmpty() ? List.of("0", "0") : position(cursor);
        values.put("tx", after.get(0));
        values.put("position", Long.valueOf(after.get(1)));
        values.put("rows", rows + 1);
        var found = jdbi.withHandle(h -> h.createQuery(sql(filter)
                        + " AND (tx, position) > (CAST(:tx AS xid8), :position) ORDER BY tx, position LIMIT :rows")
                .bindMap(values)
                .map(AuditEntry::map)
                .list());
        return Page.of(found, rows, null, entry -> Cursor.encode(entry.tx(), Long.toString(entry.position())));
    }

    @GET
    @Path("/export")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "*/*", schema = @Schema(implementation = String.class, format = "binary")))
    public Response export(@BeanParam Filter filter, @QueryParam("format") String format) {
        var as = TableFormat.of(format);
        var values = values(filter);
        jdbi.useTransaction(h -> trail.add(h, AuditAction.EXPORTED, "audit"));
        StreamingOutput body = out -> {
            var table = TableWriter.open(as, "audit", out);
            table.row(COLUMNS);
            jdbi.useTransaction(h -> h.createQuery(sql(filter) + " ORDER BY tx, position")
                    .bindMap(values)
                    .setFetchSize(500)
                    .map(AuditEntry::map)
                    .forEach(entry -> write(table, entry)));
            table.finish();
        };
        return Response.ok(downloads.bounded(body), as.mediaType())
                .header("Content-Disposition", "attachment; filename=\"audit." + as.extension() + "\"")
                .build();
    }

    /**
     * Seals what is new, then walks the whole chain. {@code entries} and {@code head} are worth keeping outside this
     * system: given back later, they show whether the end of the chain was cut off and written anew.
     */
    @GET
    @Path("/verification")
    public AuditChain.Verification verify(@QueryParam("entries") String entries, @QueryParam("head") String head) {
        var kept = given(head) ? new AuditChain.Kept(count(entries), head) : null;
        sealer.seal();
        return jdbi.inTransaction(h -> chain.verify(h, kept));
    }

    private static long count(String entries) {
        if (given(entries) && entries.matches("[0-9]{1,18}")) return Long.parseLong(entries);
        throw ProblemException.invalid("entries", "应为当时的条数", "Must be the number of entries there were");
    }

    private static void write(TableWriter table, AuditEntry entry) {
        try {
            table.row(entry.cells());
        } catch (IOException receiverGone) {
            throw new UncheckedIOException(receiverGone);
        }
    }

    private static String sql(Filter f) {
        var conditions = new ArrayList<String>();
        conditions.add("region_code >= :scopeFrom AND region_code < :scopeTo");
        if (given(f.caseId)) conditions.add("case_ids @> ARRAY[CAST(:caseId AS uuid)]");
        if (given(f.subject)) conditions.add("subject = :subject");
        if (given(f.action)) conditions.add("action = :action");
        if (given(f.from)) conditions.add("at >= CAST(:from AS date)");
        if (given(f.to)) conditions.add("at < CAST(:to AS date) + 1");
        return "SELECT *, tx::text AS tx_text FROM audit_entry WHERE " + String.join(" AND ", conditions);
    }

    private Map<String, Object> values(Filter f) {
        var values = new HashMap<String, Object>();
        values.put("scopeFrom", caller.scope().from());
        values.put("scopeTo", caller.scope().to());
        if (given(f.caseId)) values.put("caseId", Query.id("caseId", f.caseId));
        if (given(f.subject)) values.put("subject", Query.text("subject", f.subject));
        if (given(f.action))
            values.put(
                    "action", Query.code("action", f.action, AuditAction.class).name());
        if (given(f.from)) values.put("from", Query.date("from", f.from));
        if (given(f.to)) values.put("to", Query.date("to", f.to));
        return values;
    }

    private static boolean given(String value) {
        return value != null && !value.isEmpty();
    }

    private static List<String> position(String cursor) {
        var keys = Cursor.decode(cursor, 2);
        for (var key : keys) if (!key.matches("[0-9]{1,18}")) throw forged();
        return keys;
    }

    private static ProblemException forged() {
        return Cursor.forged();
    }
}
