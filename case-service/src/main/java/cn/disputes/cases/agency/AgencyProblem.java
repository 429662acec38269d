package cn.disputes.cases.agency;

import cn.disputes.contract.problem.ProblemCode;

/** What the agency register refuses. */
public enum AgencyProblem implements ProblemCode {
    AGENCY_UNKNOWN(
            422,
            "机关登记册中没有该机关，请先调用 PUT /v1/agencies/{0} 登记",
            "The agency register does not know it; add it with PUT /v1/agencies/{0}");

    private final Words words;

    AgencyProblem(int status, String zh, String en) {
        words = new Words(status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
