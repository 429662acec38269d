package cn.disputes.alerts.analysis;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Losses that a person recorded of a risk case ({@code LOST}), which no judgment of the register speaks of. */
final class PersonsLosses {
    private PersonsLosses() {}

    /** Cases that a person recorded as lost before, or without, the register. */
    static List<Loss> recorded(Handle h) {
        return h.createQuery(
                        """
                        SELECT c.litigation_case_number, c.region_code, c.defendant_code, c.defendant_name, c.act_type,
                               c.domain, c.closed_on
                        FROM risk_case c
                        WHERE c.state = 'LOST' AND NOT c.closed_by_register
                          AND NOT EXISTS (SELECT 1 FROM loss_analysis a
                                          WHERE a.case_number = c.litigation_case_number AND a.state <> 'VOID')
                          AND NOT EXISTS (SELECT 1 FROM judged_suit s
                                          WHERE s.case_number = c.litigation_case_number AND s.outcome IS NOT NULL)
                        ORDER BY c.id""")
                .map((row, ctx) -> new Loss(
                        row.getString("litigation_case_number"),
                        row.getString("region_code"),
                        row.getString("defendant_code"),
                        row.getString("defendant_name"),
                        row.getString("defendant_code"),
                        row.getString("act_type"),
                        row.getString("domain"),
                        null,
                        row.getObject("closed_on", LocalDate.class)))
                .list();
    }

    /** Recorded as lost by a person and reopened since, with no judgment behind it. */
    static List<String> reopened(Handle h) {
        return h.createQuery(
                        """
                        SELECT a.case_number FROM loss_analysis a JOIN risk_case c ON c.litigation_case_number = a.case_number
                        WHERE a.state = 'DUE' AND c.state <> 'LOST'
                          AND NOT EXISTS (SELECT 1 FROM judged_suit s WHERE s.case_number = a.case_number AND s.outcome IS NOT NULL)""")
                .mapTo(String.class)
                .list();
    }
}
