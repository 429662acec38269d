package cn.disputes.cases.supervision;

import cn.disputes.contract.codes.SupervisionKind;
import cn.disputes.contract.events.SupervisionDocumentEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A supervision document (监督文书).
 *
 * @param reportDueOn sixty days from issue (Art. 76), rolled to a working day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SupervisionDocument(
        UUID id,
        String documentNumber,
        SupervisionKind kind,
        String regionCode,
        String issuedToCode,
        String issuedToName,
        LocalDate issuedOn,
        String caseNumber,
        LocalDate reportDueOn,
        LocalDate reportedOn,
        LocalDate rectifiedOn,
        SupervisionStatus status,
        long version,
        Instant recordedAt,
        @JsonIgnore String importHash) {

    SupervisionDocumentEvent event() {
        return new SupervisionDocumentEvent(
                id,
                version,
                documentNumber,
                kind,
                regionCode,
                issuedToCode,
                issuedToName,
                issuedOn,
                caseNumber,
                reportDueOn,
                rectifiedOn,
                recordedAt);
    }
}
