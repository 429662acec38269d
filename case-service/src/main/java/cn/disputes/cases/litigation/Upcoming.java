package cn.disputes.cases.litigation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * What lies ahead of a suit; the worklist stands on it.
 *
 * @param hearingOn the hearing announced last, null when it was held or none is announced
 * @param headToName the head who attends that hearing is still to be named (法释〔2020〕3号 Art. 6)
 * @param appealDueOn the last day to appeal what was served; null when nothing was, when it was appealed, or when it is
 *     effective
 */
record Upcoming(LocalDate hearingOn, boolean headToName, LocalDate appealDueOn) {
    static final Upcoming NOTHING = new Upcoming(null, false, null);

    static Upcoming of(LitigationFile file, LitigationDeadlines clock) {
        var hearing = file.comingHearing();
        return new Upcoming(
                hearing == null ? null : hearing.hearingOn(),
                hearing != null && AttendanceRules.headToName(hearing, file.headNamed, file.attendances),
                clock.appealableUntil());
    }

    static Upcoming map(ResultSet row) throws SQLException {
        return new Upcoming(
                row.getObject("hearing_on", LocalDate.class),
                row.getBoolean("head_to_name"),
                row.getObject("appeal_due_on", LocalDate.class));
    }
}
