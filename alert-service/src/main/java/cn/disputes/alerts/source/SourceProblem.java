package cn.disputes.alerts.source;

import cn.disputes.contract.problem.ProblemCode;

/** What is refused about sources. */
enum SourceProblem implements ProblemCode {
    NOT_A_SPEAKER(403, "此令牌无权代表该来源报送", "This token may not speak for this source");

    private final Words words;

    SourceProblem(int status, String zh, String en) {
        words = new Words(status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
