package cn.disputes.alerts.round;

import cn.disputes.contract.problem.ProblemCode;

/** What is refused about orders. */
enum RoundProblem implements ProblemCode {
    ALREADY_SIGNED(409, "交办单已于 {0} 由 {1} 签收", "The order was signed for on {0} by {1}"),
    LETTER_TOO_LONG(
            422,
            "共 {0} 件，超过文书可容纳的 {1} 件，请下载 xlsx 或按交办单下载",
            "{0} cases are more than a letter holds ({1}); ask for xlsx, or for one order");

    private final Words words;

    RoundProblem(int status, String zh, String en) {
        words = new Words(status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
