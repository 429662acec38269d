package cn.disputes.alerts.round;

/** More cases than are worth sending one by one. */
final class Many {
    /** Region and number of open cases, flagged on 2022-05-02. */
    static final String CASES =
            """
            INSERT INTO risk_case (id, litigation_case_number, region_code, defendant_code, defendant_name, level, score,
                factors, state, flagged_on, version, recorded_at)
            SELECT gen_random_uuid(), '(2022)浙' || region.code || '行初' || n || '号', region.code, '11330700002592265Y', '虚构局',
                'RED', 70, '[{"code":"COURT_OPINION","points":70,"evidence":"法院预警（虚构）"}]', 'FLAGGED', '2022-05-02', 1, now()
            FROM (SELECT CAST(? AS text) AS code) AS region, generate_series(1, ?) AS n""";

    private Many() {}
}
