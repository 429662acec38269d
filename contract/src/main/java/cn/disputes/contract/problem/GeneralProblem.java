package cn.disputes.contract.problem;

/** Refusals that any endpoint may give. */
public enum GeneralProblem implements ProblemCode {
    INVALID_INPUT(400, "提交的内容不符合要求", "The input breaks a rule"),
    MALFORMED_BODY(400, "请求正文无法解析", "The request body cannot be read"),
    UNAUTHENTICATED(401, "需要有效的访问令牌", "A valid bearer token is needed"),
    FORBIDDEN(403, "您的角色无权进行此操作", "Your role may not do this"),
    NOT_FOUND(404, "没有找到，或不在您的管辖区域内", "Not found, or outside your region"),
    METHOD_NOT_ALLOWED(405, "此地址不支持该方法", "This address does not support the method"),
    NOT_ACCEPTABLE(406, "无法提供所要求的格式", "The format asked for is not offered"),
    CONFLICT(409, "与现有记录冲突", "In conflict with what is recorded"),
    REQUEST_RUNNING(409, "相同 Idempotency-Key 的请求仍在处理", "A request with this Idempotency-Key is still running"),
    STALE_VERSION(412, "记录已被他人修改，请重新读取后再试", "The record has changed since you read it; read it again"),
    TOO_LARGE(413, "请求正文过大", "The request body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "不支持的内容类型", "The content type is not supported"),
    UNKNOWN_REFERENCE(422, "引用的对象不存在", "Something referred to does not exist"),
    KEY_REUSED(422, "该 Idempotency-Key 已用于不同内容的请求", "This Idempotency-Key was used with another body"),
    TOO_MANY_REQUESTS(
            429, "超过约定的速率，请在 Retry-After 所示秒数后再试", "Above the agreed rate; try again after the seconds in Retry-After"),
    PRECONDITION_REQUIRED(428, "修改须带 If-Match", "A change needs If-Match"),
    REFUSED(400, "请求被拒绝", "The request was refused"),
    UNEXPECTED(500, "服务内部错误，已记录", "Something went wrong here; it has been logged"),
    UNAVAILABLE(
            503,
            "数据库暂时不可用，请在 Retry-After 所示秒数后以相同的 Idempotency-Key 再试",
            "The database is not available just now; try again after the seconds in Retry-After, under the same Idempotency-Key");

    private final Words words;

    GeneralProblem(int status, String zh, String en) {
        words = new Words(status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
