package cn.disputes.cases.reconsideration;

import cn.disputes.cases.casefile.CaseExport;

/** Reconsiderations as a table; several applicants share a cell, the first gives the kind. */
public final class ReconsiderationExport {
    public static final CaseExport TABLE = new CaseExport(
            "reconsiderations",
            ReconsiderationHistory.COLUMNS,
            """
            case_number, region_code, received_on, channel, applicants -> 0 ->> 'kind',
            applicants, respondent_code, respondent_name, (SELECT a.region_code FROM agency a WHERE a.code = respondent_code),
            domain, act_type, accepted_on, procedure, copy_served_on, replied_on, concluded_on, outcome,
            outcome_ground, decision_served_on""",
            "applicantName",
            "reconsideration",
            "received_on DESC, id DESC");

    private ReconsiderationExport() {}
}
