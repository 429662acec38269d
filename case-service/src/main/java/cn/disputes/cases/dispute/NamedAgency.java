package cn.disputes.cases.dispute;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An agency by code and name; the code is null when the register of agencies does not have it. */
public record NamedAgency(@Schema(nullable = true) String code, String name) {}
