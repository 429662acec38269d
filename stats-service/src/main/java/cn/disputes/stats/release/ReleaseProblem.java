package cn.disputes.stats.release;

import cn.disputes.contract.problem.ProblemCode;

/** What is refused about releases. */
enum ReleaseProblem implements ProblemCode {
    ALREADY_SEALED(409, "同一地区、时期和标题的公报已封存：{0}", "A release of this region, period and title is sealed already: {0}"),
    SEALING_RUNNING(409, "另一份公报正在封存，请稍后再试", "Another release is being sealed; try again shortly"),
    SEAL_BROKEN(409, "公报内容与封存时的哈希不符，不能使用", "The content of the release is not what was sealed; it may not be used"),
    DOES_NOT_ADD_UP(
            409,
            "由封存的案件重新计算，{0} 与封存的数字不符",
            "Counted again from the sealed cases, {0} is not the figure that was sealed"),
    TOO_LARGE_TO_SEAL(
            422,
            "共涉及 {0} 件案件，超过一份公报的上限 {1} 件，请缩短时期或缩小地区",
            "{0} cases are more than a release holds ({1}); shorten the period or narrow the region");

    private final Words words;

    ReleaseProblem(int status, String zh, String en) {
        words = new Words(status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
