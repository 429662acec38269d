package cn.disputes.alerts.view;

import cn.disputes.contract.problem.ProblemCode;

/** What is refused about circulars. */
enum CircularProblem implements ProblemCode {
    CIRCULAR_TOO_LONG(
            422,
            "共 {0} 行，超过文书可容纳的 {1} 行，请下载 xlsx 或按区划下载",
            "{0} rows are more than a letter holds ({1}); ask for xlsx, or by region");

    private final Words words;

    CircularProblem(int status, String zh, String en) {
        words = new Words(status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
