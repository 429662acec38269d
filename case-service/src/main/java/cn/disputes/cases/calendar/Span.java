package cn.disputes.cases.calendar;

import java.time.LocalDate;

/** Days that do not count, from the first of them to the day on which counting goes on, which counts again. */
public record Span(LocalDate from, LocalDate until) {
    public int days() {
        return (int) Math.max(0, until.toEpochDay() - from.toEpochDay());
    }

    /** What of it lies on or after a day. */
    Span after(LocalDate day) {
        return from.isBefore(day) ? new Span(day, until) : this;
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }
}
