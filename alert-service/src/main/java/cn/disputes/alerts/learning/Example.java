package cn.disputes.alerts.learning;

import java.time.LocalDate;
import java.util.SortedSet;

/** One judged suit to learn from, or to be tried on. */
record Example(LocalDate concludedOn, boolean lost, SortedSet<String> features) {}
