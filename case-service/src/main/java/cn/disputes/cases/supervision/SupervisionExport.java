package cn.disputes.cases.supervision;

import cn.disputes.cases.casefile.CaseExport;

/** Supervision documents as a table. */
public final class SupervisionExport {
    public static final CaseExport TABLE = new CaseExport(
            "supervision-documents",
            SupervisionHistory.COLUMNS,
            "document_number, kind, region_code, issued_to_code, issued_to_name, issued_on, case_number, rectified_on",
            null,
            "supervision_document",
            "issued_on DESC, id DESC");

    private SupervisionExport() {}
}
