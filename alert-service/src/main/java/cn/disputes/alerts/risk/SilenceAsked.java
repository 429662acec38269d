package cn.disputes.alerts.risk;

import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/**
 * An action asks for a silence of a case; whoever keeps silences begins it in the same transaction, or refuses both.
 *
 * @param risk its row is locked
 * @param until its last day
 */
public record SilenceAsked(Handle h, RiskCase risk, LocalDate until, String reason, String author) {}
