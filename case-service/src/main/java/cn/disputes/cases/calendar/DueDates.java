package cn.disputes.cases.calendar;

import org.jdbi.v3.core.Handle;

/** A kind of case whose open deadlines are counted again when a year's holiday notice is loaded. */
public interface DueDates {
    /**
     * Counts again what ends in or after the year, records what moved, and returns how many cases moved.
     *
     * @param calendar with the notice, which is not committed yet
     */
    int recount(Handle h, int year, WorkingCalendar calendar, String by);
}
