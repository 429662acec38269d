package cn.disputes.cases.calendar;

import java.time.LocalDate;

/**
 * Where a term ends.
 *
 * @param rawEnd last day as counted
 * @param end last day on which the act is in time: {@code rawEnd}, or the first working day after it that is not suspended
 * @param calendarKnown false when a year it touches has no holiday notice yet
 */
public record TermEnd(LocalDate rawEnd, LocalDate end, boolean calendarKnown) {}
