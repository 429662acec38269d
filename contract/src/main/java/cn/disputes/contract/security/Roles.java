package cn.disputes.contract.security;

/** The roles a token may carry in {@code groups}. */
public final class Roles {
    public static final String CASE_OFFICER = "case-officer";
    public static final String APPROVER = "approver";
    public static final String AGENCY_LIAISON = "agency-liaison";
    public static final String COURT_LIAISON = "court-liaison";
    public static final String LEADER = "leader";
    public static final String COORDINATOR = "coordinator";
    public static final String STATISTICIAN = "statistician";
    public static final String DASHBOARD = "dashboard";
    public static final String AUDITOR = "auditor";
    public static final String ADMIN = "admin";
    public static final String SERVICE = "service";

    private Roles() {}
}
