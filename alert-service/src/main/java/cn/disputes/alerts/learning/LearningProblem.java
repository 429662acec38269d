package cn.disputes.alerts.learning;

import cn.disputes.contract.problem.ProblemCode;

/** Why no model can be made. */
enum LearningProblem implements ProblemCode {
    TOO_FEW_SUITS(
            422,
            "可用于学习的已判案件太少：共 {0} 件，败诉 {1} 件；每一部分至少需要败诉与未败诉各 {2} 件",
            "Too few judged suits to learn from: {0}, lost {1}; every part needs {2} lost and {2} not lost");

    private final Words words;

    LearningProblem(int status, String zh, String en) {
        words = new Words(status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
