package cn.disputes.cases.supervision;

import cn.disputes.contract.codes.SupervisionKind;
import cn.disputes.contract.events.SupervisionDocumentEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.JdbiConstructor;

/**
 * A supervision document (监督文书).
 *
 * @param caseNumber the leading case it came from
 * @param caseNumbers every case it came from (以案治本)
 * @param reportDueOn sixty days from receipt, from the issue while no service is on record (Art. 76), rolled to a
 *     working day
 * @param remindedOn the last of the {@code reminders} (督促)
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
        @JsonIgnore String importHash,
        List<String> caseNumbers,
        IssueCategory category,
        String rootCause,
        LocalDate servedOn,
        LocalDate remindedOn,
        int reminders) {

    @JdbiConstructor
    public SupervisionDocument {
        if (caseNumbers == null || caseNumbers.isEmpty())
            caseNumbers = caseNumber == null ? List.of() : List.of(caseNumber);
    }

    /** As a file knows one: one case, and nothing of its service. */
    SupervisionDocument(
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
            String importHash) {
        this(
                id,
                documentNumber,
                kind,
                regionCode,
                issuedToCode,
                issuedToName,
                issuedOn,
                caseNumber,
                reportDueOn,
                reportedOn,
                rectifiedOn,
                status,
                version,
                recordedAt,
                importHash,
                null,
                null,
                null,
                null,
                null,
                0);
    }

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
