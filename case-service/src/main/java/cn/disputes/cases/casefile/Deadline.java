package cn.disputes.cases.casefile;

import cn.disputes.cases.calendar.CountedDay;
import cn.disputes.cases.calendar.Span;
import cn.disputes.cases.calendar.Term;
import cn.disputes.cases.calendar.TermEnd;
import cn.disputes.cases.calendar.WorkingCalendar;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One clock of a case, with its proof.
 *
 * @param code ACCEPT, SERVE, REPLY, DECIDE, DEFENCE, FIRST, APPEAL …
 * @param article the article the term comes from
 * @param rule the rule in Chinese and English
 * @param startsOn the trigger, itself not counted
 * @param excluded spans that do not count
 * @param extendedDays days granted by an extension
 * @param end last day in time; {@code rawEnd} rolled to a working day
 * @param metOn when it was met, null while open
 * @param breached met or still open after {@code end}
 * @param breachedSince the first day too late, null while in time
 * @param daysLeft calendar days to {@code end}, negative once it has passed; null when met
 * @param calendarKnown false: provisional, a year's holiday notice is missing
 * @param days the proof day by day, only when asked for
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Deadline(
        String code,
        String article,
        Rule rule,
        int length,
        Term.Unit unit,
        LocalDate startsOn,
        List<Excluded> excluded,
        int extendedDays,
        LocalDate rawEnd,
        LocalDate end,
        @Schema(implementation = String.class, format = "date", nullable = true) LocalDate metOn,
        boolean breached,
        @Schema(implementation = String.class, format = "date", nullable = true) LocalDate breachedSince,
        @Schema(nullable = true) Integer daysLeft,
        boolean calendarKnown,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<CountedDay> days) {
    /** The rule in words. */
    public record Rule(String zh, String en) {}

    /** A span that does not count; {@code to} is null while it lasts. */
    public record Excluded(
            LocalDate from,
            @Schema(implementation = String.class, format = "date", nullable = true) LocalDate to,
            String reason) {
        Span span(LocalDate today) {
            return new Span(from, to == null ? today.isBefore(from) ? from : today : to);
        }
    }

    public static Deadline of(
            ClockRule rule, LocalDate startsOn, LocalDate metOn, WorkingCalendar calendar, LocalDate today) {
        return of(rule, startsOn, List.of(), 0, metOn, calendar, today);
    }

    public static Deadline of(
            ClockRule rule,
            LocalDate startsOn,
            List<Excluded> excluded,
            int extendedDays,
            LocalDate metOn,
            WorkingCalendar calendar,
            LocalDate today) {
        var end = rule.term().from(startsOn, extendedDays, spans(excluded, today), calendar);
        return of(rule, startsOn, excluded, extendedDays, end, metOn, today);
    }

    private static Deadline of(
            ClockRule rule,
            LocalDate startsOn,
            List<Excluded> excluded,
            int extendedDays,
            TermEnd end,
            LocalDate metOn,
            LocalDate today) {
        var breached = (metOn == null ? today : metOn).isAfter(end.end());
        return new Deadline(
                rule.code(),
                rule.article(),
                new Rule(rule.zh(), rule.en()),
                rule.term().length(),
                rule.term().unit(),
                startsOn,
                excluded,
                extendedDays,
                end.rawEnd(),
                end.end(),
                metOn,
                breached,
                breached ? end.end().plusDays(1) : null,
                metOn == null ? (int) ChronoUnit.DAYS.between(today, end.end()) : null,
                end.calendarKnown(),
                null);
    }

    /** A right that lapses: when nobody used it nothing is breached. */
    public static Deadline ofRight(
            ClockRule rule, LocalDate startsOn, LocalDate usedOn, WorkingCalendar calendar, LocalDate today) {
        var end = rule.term().from(startsOn, calendar);
        return of(rule, startsOn, List.of(), 0, end, usedOn, today.isAfter(end.end()) ? end.end() : today);
    }

    /** A term counted back from an event: what had to be done by its end was done on a day. */
    public static Deadline before(
            ClockRule rule, LocalDate event, LocalDate metOn, WorkingCalendar calendar, LocalDate today) {
        return of(rule, event, List.of(), 0, rule.term().before(event, calendar), metOn, today);
    }

    private static List<Span> spans(List<Excluded> excluded, LocalDate today) {
        if (excluded.isEmpty()) return List.of();
        var spans = new ArrayList<Span>(excluded.size());
        for (var span : excluded) spans.add(span.span(today));
        return spans;
    }

    /** With every day from the trigger to the end. */
    public Deadline proven(WorkingCalendar calendar, LocalDate today) {
        var counted = new TermEnd(rawEnd, end, calendarKnown);
        var proof = CountedDay.prove(startsOn, counted, unit, spans(excluded, today), calendar);
        return new Deadline(
                code,
                article,
                rule,
                length,
                unit,
                startsOn,
                excluded,
                extendedDays,
                rawEnd,
                end,
                metOn,
                breached,
                breachedSince,
                daysLeft,
                calendarKnown,
                proof);
    }
}
