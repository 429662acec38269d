package cn.disputes.alerts.delivery;

import cn.disputes.contract.problem.ProblemCode;

/** What is refused about subscriptions and deliveries. */
enum DeliveryProblem implements ProblemCode {
    NO_SECRET_KEY(
            409,
            "服务未配置密钥，不能登记 webhook（DELIVERY_SECRET_KEY）",
            "No key is configured, so no webhook can be kept (DELIVERY_SECRET_KEY)"),
    NOT_DEAD(409, "只有投递失败的通知可以重发，现为 {0}", "Only a dead letter can be replayed; this one is {0}"),
    FORGOTTEN(
            409, "已超过保存期限，通知内容不再保留，不能重发", "It was kept as long as configured and is forgotten: it cannot be replayed"),
    NO_SECRET(409, "邮件订阅没有密钥", "A subscription by mail has no secret");

    private final Words words;

    DeliveryProblem(int status, String zh, String en) {
        words = new Words(status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
