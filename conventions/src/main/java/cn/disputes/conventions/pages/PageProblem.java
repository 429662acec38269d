package cn.disputes.conventions.pages;

import cn.disputes.contract.problem.ProblemCode;

/** Why a person is not logged in to a page, or a page not given a token. */
enum PageProblem implements ProblemCode {
    LOGIN_NOT_OFFERED(404, "此服务未配置登录", "No login is configured for this service"),
    FOREIGN_CALL(403, "只有本服务的页面可以调用此地址", "Only the page of this service may call this address"),
    LOGIN_FAILED(401, "登录没有完成，请重新打开页面", "The login was not completed; open the page again"),
    PROVIDER_AWAY(503, "身份认证服务暂时不可用，请稍后再试", "The identity provider is not available just now; try again later");

    private final Words words;

    PageProblem(int status, String zh, String en) {
        words = new Words(status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
