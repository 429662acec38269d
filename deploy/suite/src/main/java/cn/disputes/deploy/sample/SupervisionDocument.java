package cn.disputes.deploy.sample;

import java.time.LocalDate;

/** One row of the import of supervision documents. */
record SupervisionDocument(
        String documentNumber,
        String kind,
        String regionCode,
        Agency issuedTo,
        LocalDate issuedOn,
        String caseNumber,
        LocalDate rectifiedOn) {
    static final String HEADER =
            "documentNumber,kind,regionCode,issuedToCode,issuedToName,issuedOn,caseNumber,rectifiedOn";

    String csv() {
        return Csv.line(
                documentNumber, kind, regionCode, issuedTo.code(), issuedTo.name(), issuedOn, caseNumber, rectifiedOn);
    }
}
