package cn.disputes.cases.retention;

import cn.disputes.contract.problem.ProblemCode;

/** What is refused about keeping and forgetting. */
enum RetentionProblem implements ProblemCode {
    ALREADY_ANONYMISED(409, "该案保存期已满，个人信息已删除，不能再保留", "The term of this case has ended and its personal data is gone");

    private final Words words;

    RetentionProblem(int status, String zh, String en) {
        words = new Words(status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
