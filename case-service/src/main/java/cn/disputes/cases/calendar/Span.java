package cn.disputes.cases.calendar;

import java.time.LocalDate;

/** Days that do not count, from the first of them to the day on which counting goes on, which counts again. */
public record Span(LocalDate from, LocalDate until) {
    public int days() {
        return (int) Math.max(0, until.toEpochDay() - from.toEpochDay());
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }
}
