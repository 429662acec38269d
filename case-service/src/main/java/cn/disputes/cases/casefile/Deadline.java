package cn.disputes.cases.casefile;

import cn.disputes.cases.calendar.TermEnd;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One clock of a case, with its proof.
 *
 * @param code ACCEPT, SERVE, REPLY, DECIDE, DEFENCE, FIRST, APPEAL …
 * @param article the article the term comes from
 * @param startsOn the trigger, itself not counted
 * @param excluded spans that do not count
 * @param extendedDays days granted by an extension
 * @param end last day in time; {@code rawEnd} rolled to a working day
 * @param metOn when it was met, null while open
 * @param breached met or still open after {@code end}
 * @param calendarKnown false: provisional, a year's holiday notice is missing
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Deadline(
        String code,
        String article,
        LocalDate startsOn,
        List<Excluded> excluded,
        int extendedDays,
        LocalDate rawEnd,
        LocalDate end,
        @Schema(implementation = String.class, format = "date", nullable = true) LocalDate metOn,
        boolean breached,
        boolean calendarKnown) {
    /** A span that does not count; {@code to} is null while it lasts. */
    public record Excluded(
            LocalDate from,
            @Schema(implementation = String.class, format = "date", nullable = true) LocalDate to,
            String reason) {}

    public static Deadline of(
            String code, String article, LocalDate startsOn, TermEnd end, LocalDate metOn, LocalDate today) {
        return of(code, article, startsOn, List.of(), 0, end, metOn, today);
    }

    public static Deadline of(
            String code,
            String article,
            LocalDate startsOn,
            List<Excluded> excluded,
            int extendedDays,
            TermEnd end,
            LocalDate metOn,
            LocalDate today) {
        var breached = (metOn == null ? today : metOn).isAfter(end.end());
        return new Deadline(
                code,
                article,
                startsOn,
                excluded,
                extendedDays,
                end.rawEnd(),
                end.end(),
                metOn,
                breached,
                end.calendarKnown());
    }
}
