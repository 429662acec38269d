package cn.disputes.cases.calendar;

import cn.disputes.cases.audit.AuditAction;
import cn.disputes.cases.audit.AuditTrail;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.contract.security.Roles;
import cn.disputes.conventions.Preconditions;
import cn.disputes.conventions.paging.Query;
import io.quarkus.arc.All;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Jdbi;

/** The legal calendar and what a term comes to under it. */
@Path("/v1/calendar")
public class CalendarResource {
    private static final int LONGEST_TERM = 7400;

    private final AuditTrail audit;
    private final Jdbi jdbi;
    private final CalendarStore store;

    private final List<DueDates> open;
    private final Caller caller;

    CalendarResource(Jdbi jdbi, CalendarStore store, @All List<DueDates> open, Caller caller, AuditTrail audit) {
        this.audit = audit;
        this.jdbi = jdbi;
        this.store = store;
        this.open = open;
        this.caller = caller;
    }

    @GET
    @Path("/{year:[0-9]{4}}")
    @Authenticated
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CalendarStore.YearView.class)))
    public Response year(@PathParam("year") int year) {
        var view = jdbi.withHandle(h -> store.year(h, year));
        return Response.ok(view).tag(Preconditions.etag(view.version())).build();
    }

    /** The days of one year's notice that differ from the ordinary week. */
    public record Notice(@NotNull(message = "不能为空 | Must be given") @Valid List<CalendarStore.Day> days) {}

    @PUT
    @Path("/{year:[0-9]{4}}")
    @RolesAllowed(Roles.ADMIN)
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CalendarStore.YearView.class)))
    public Response load(
            @PathParam("year") int year, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull Notice notice) {
        var days = new HashMap<LocalDate, Boolean>();
        for (var day : notice.days()) {
            if (day == null || day.date() == null || day.date().getYear() != year) {
                throw ProblemException.invalid("days", "日期应在该年内", "Every day must lie in the year");
            }
            days.put(day.date(), day.working());
        }
        var view = jdbi.inTransaction(h -> {
            h.execute("SELECT pg_advisory_xact_lock(88)");
            var present = store.year(h, year);
            if (present.calendarKnown()) Preconditions.ifMatch(ifMatch, present.version());
            audit.add(h, AuditAction.REFERENCE_DATA_CHANGED, "calendar " + year);
            store.replace(h, year, days);
            var calendar = store.read(h);
            open.forEach(kind -> kind.recount(h, year, calendar, caller.subject()));
            return store.year(h, year);
        });
        store.forget();
        return Response.ok(view).tag(Preconditions.etag(view.version())).build();
    }

    public record TermAnswer(
            LocalDate from,
            int length,
            Term.Unit unit,
            LocalDate rawEnd,
            LocalDate end,
            boolean calendarKnown,
            List<CountedDay> days) {}

    @GET
    @Path("/term")
    @Authenticated
    public TermAnswer term(
            @QueryParam("from") String from, @QueryParam("length") String length, @QueryParam("unit") String unit) {
        var start = Query.date("from", from);
        if (start == null) throw ProblemException.invalid("from", "不能为空", "Must be given");
        var number = Query.integer("length", length, 1, LONGEST_TERM, 0);
        if (number == 0) throw ProblemException.invalid("length", "不能为空", "Must be given");
        var counted = unit == null ? Term.Unit.DAYS : Query.code("unit", unit, Term.Unit.class);
        var calendar = jdbi.withHandle(store::calendar);
        var end = Term.of(number, counted).from(start, calendar);
        return new TermAnswer(
                start,
                number,
                counted,
                end.rawEnd(),
                end.end(),
                end.calendarKnown(),
                CountedDay.prove(start, end, counted, List.of(), calendar));
    }
}
