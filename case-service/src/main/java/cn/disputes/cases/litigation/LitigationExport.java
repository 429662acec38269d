package cn.disputes.cases.litigation;

import cn.disputes.cases.casefile.CaseExport;

/** Suits as a table; of several hearings the last is shown. */
public final class LitigationExport {
    public static final CaseExport TABLE = new CaseExport(
            "litigations",
            LitigationHistory.COLUMNS,
            """
            case_number, court, instance, region_code, plaintiffs, defendant_code, defendant_name, actor_code, domain, act_type, filed_on, served_on,
            reconsideration_case_number, previous_case_number, hearings -> -1 ->> 'on',
            hearings -> -1 ->> 'headAttendance', concluded_on, outcome, outcome_ground, effective_on""",
            "plaintiffName",
            "litigation",
            "filed_on DESC, id DESC");

    private LitigationExport() {}
}
