package cn.disputes.cases.document;

import jakarta.validation.constraints.NotNull;

/** Which notice to make from the case. */
public record MakeDocument(@NotNull(message = "不能为空 | Must be given") DocumentKind kind) {}
