package cn.disputes.contract.events;

import cn.disputes.contract.codes.SupervisionKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * State of a supervision document (监督文书).
 *
 * @param caseNumber the case it came from, null where there is none
 * @param reportDueOn last day for the report on its rectification (Art. 76)
 * @param rectifiedOn when the rectification was verified, null while outstanding
 */
public record SupervisionDocumentEvent(
        UUID id,
        long version,
        String documentNumber,
        SupervisionKind kind,
        String regionCode,
        String issuedToCode,
        String issuedToName,
        LocalDate issuedOn,
        String caseNumber,
        LocalDate reportDueOn,
        LocalDate rectifiedOn,
        Instant recordedAt)
        implements CaseEvent {}
