package cn.disputes.alerts.alert;

import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.COURT_LIAISON;

import cn.disputes.contract.events.EventJson;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.Problem.Violation;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.paging.Cursor;
import cn.disputes.conventions.paging.Page;
import cn.disputes.conventions.paging.Query;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Jdbi;

/** Where courts post what worries them. */
@Path("/v1/alerts")
public class AlertResource {
    private static final int LARGEST_BATCH = 10_000;
    private static final int CHUNK = 250;

    private final Jdbi jdbi;
    private final AlertRegister register;
    private final Caller caller;
    private final Validator validator;
    private final ObjectMapper json;

    AlertResource(Jdbi jdbi, AlertRegister register, Caller caller, Validator validator, ObjectMapper json) {
        this.jdbi = jdbi;
        this.register = register;
        this.caller = caller;
        this.validator = validator;
        this.json = json;
    }

    /** What became of an alert; {@code revision} rises when its content changes. */
    public record Receipt(
            UUID id, String source, String sourceAlertId, int revision, UUID riskCaseId, String level, int score) {}

    @POST
    @RolesAllowed(COURT_LIAISON)
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Receipt.class)))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Receipt.class)))
    public Response post(@Valid @NotNull(message = "不能为空 | Must be given") Alert alert) {
        var posted = jdbi.inTransaction(h -> register.post(h, alert, caller));
        return Response.status(posted.result() == AlertRegister.Result.CREATED ? 201 : 200)
                .entity(receipt(alert, posted))
                .build();
    }

    private static Receipt receipt(Alert alert, AlertRegister.Posted posted) {
        return new Receipt(
                posted.alertId(),
                alert.source(),
                alert.sourceAlertId(),
                posted.revision(),
                posted.riskCase().id(),
                posted.riskCase().level().name(),
                posted.riskCase().score());
    }

    /** At most 10,000 alerts. */
    public record Batch(@NotNull(message = "不能为空 | Must be given") List<JsonNode> items) {}

    /** What became of one item; {@code status} CREATED, UNCHANGED, REVISED or REJECTED. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ItemResult(
            int index, String sourceAlertId, String status, UUID riskCaseId, List<Violation> violations) {}

    public record BatchResult(List<ItemResult> items) {}

    @POST
    @Path("/batch")
    @RolesAllowed(COURT_LIAISON)
    public BatchResult postAll(
            @Valid @NotNull(message = "不能为空 | Must be given") Batch batch,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        if (batch.items().size() > LARGEST_BATCH) {
            throw new ProblemException(GeneralProblem.TOO_LARGE).field("items", "最多10000条", "At most 10,000");
        }
        var english = language != null && language.startsWith("en");
        var results = new ArrayList<ItemResult>();
        for (var from = 0; from < batch.items().size(); from += CHUNK) {
            var first = from;
            var chunk = batch.items()
                    .subList(from, Math.min(from + CHUNK, batch.items().size()));
            // a chunk commits together; a refused item is rolled back alone
            results.addAll(jdbi.inTransaction(h -> {
                var done = new ArrayList<ItemResult>();
                for (var i = 0; i < chunk.size(); i++) {
                    h.savepoint("item");
                    done.add(postOne(h, first + i, chunk.get(i), english));
                }
                return done;
            }));
        }
        return new BatchResult(results);
    }

    private ItemResult postOne(org.jdbi.v3.core.Handle h, int index, JsonNode item, boolean english) {
        var sourceAlertId = item == null ? null : item.path("sourceAlertId").asText(null);
        try {
            var alert = json.treeToValue(item, Alert.class);
            if (alert == null) throw ProblemException.invalid("items[" + index + "]", "不能为空", "Must be given");
            var violations = validator.validate(alert);
            if (!violations.isEmpty()) {
                var refusal = new ProblemException(GeneralProblem.INVALID_INPUT);
                violations.forEach(v -> {
                    var parts = v.getMessage().split("\\s*\\|\\s*", 2);
                    refusal.field(v.getPropertyPath().toString(), parts[0], parts[parts.length - 1]);
                });
                throw refusal;
            }
            var posted = register.post(h, alert, caller);
            return new ItemResult(
                    index,
                    alert.sourceAlertId(),
                    posted.result().name(),
                    posted.riskCase().id(),
                    null);
        } catch (ProblemException refused) {
            h.rollbackToSavepoint("item");
            return new ItemResult(index, sourceAlertId, "REJECTED", null, violations(refused, english));
        } catch (JacksonException unreadable) {
            var at = unreadable instanceof com.fasterxml.jackson.databind.JsonMappingException
                    ? ((com.fasterxml.jackson.databind.JsonMappingException) unreadable)
                            .getPath().stream()
                                    .map(r -> String.valueOf(r.getFieldName()))
                                    .reduce((a, b) -> a + "." + b)
                                    .orElse("items")
                    : "items";
            return new ItemResult(
                    index,
                    sourceAlertId,
                    "REJECTED",
                    null,
                    List.of(new Violation(at, english ? "The value cannot be read" : "取值无法识别")));
        }
    }

    private static List<Violation> violations(ProblemException refused, boolean english) {
        var problem = refused.toProblem(english);
        return problem.violations().isEmpty()
                ? List.of(new Violation("regionCode", problem.title()))
                : problem.violations();
    }

    /** An alert in force. */
    public record AlertView(UUID id, int revision, Alert alert, UUID riskCaseId) {}

    @GET
    @RolesAllowed({COURT_LIAISON, COORDINATOR})
    public Page<AlertView> list(
            @QueryParam("source") String source,
            @QueryParam("litigationCaseNumber") String litigation,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        var rows = Query.limit(limit);
        var after = cursor == null || cursor.isEmpty() ? null : Cursor.decode(cursor, 2);
        var scope = caller.scope();
        // a court sees what it posted itself, or what its own name is the source of
        var own = caller.has(COORDINATOR) ? null : caller.subject();
        var page = jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT id, revision, body::text AS body, risk_case_id FROM alert
                        WHERE region_code >= :from AND region_code < :to
                          AND (CAST(:own AS text) IS NULL OR posted_by = :own OR source = :own)
                          AND (CAST(:source AS text) IS NULL OR source = :source)
                          AND (CAST(:litigation AS text) IS NULL OR litigation_case_number = :litigation)
                          AND (CAST(:afterDate AS date) IS NULL OR (raised_on, id) < (:afterDate, :afterId))
                        ORDER BY raised_on DESC, id DESC LIMIT :rows""")
                .bind("from", scope.from())
                .bind("to", scope.to())
                .bind("own", own)
                .bind("source", Query.text("source", source))
                .bind("litigation", Query.text("litigationCaseNumber", litigation))
                .bind("afterDate", after == null ? null : date(after.get(0)))
                .bind("afterId", after == null ? null : Query.id("cursor", after.get(1)))
                .bind("rows", rows + 1)
                .map((row, ctx) -> new AlertView(
                        row.getObject("id", UUID.class),
                        row.getInt("revision"),
                        read(row.getString("body")),
                        row.getObject("risk_case_id", UUID.class)))
                .list());
        return Page.of(page, rows, null, a -> Cursor.encode(a.alert().raisedOn().toString(), a.id().toString()));
    }

    private static LocalDate date(String key) {
        try {
            return LocalDate.parse(key);
        } catch (java.time.DateTimeException e) {
            throw Cursor.forged();
        }
    }

    private static Alert read(String body) {
        try {
            return EventJson.MAPPER.readValue(body, Alert.class);
        } catch (JacksonException e) {
            throw new IllegalStateException("alert unreadable", e);
        }
    }
}
