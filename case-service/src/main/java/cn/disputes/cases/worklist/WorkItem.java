package cn.disputes.cases.worklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/**
 * One item of a queue.
 *
 * @param id of the case, of the document, or of the proposal
 * @param kind what the id is of: {@code reconsiderations}, {@code litigations}, {@code supervision-documents} or
 *     {@code approvals}, as in the path of its calls
 * @param caseNumber of a document its number
 * @param status of a proposal the step that was proposed
 * @param receivedOn when it came: received, filed, issued or proposed
 * @param dueOn the day it is urgent by
 * @param assignedTo left out while nobody has the case
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkItem(
        UUID id,
        String kind,
        String caseNumber,
        String regionCode,
        String status,
        LocalDate receivedOn,
        LocalDate dueOn,
        String assignedTo) {
    /** Ids are compared as PostgreSQL does, as unsigned text: pages continue where the database stopped. */
    static final Comparator<WorkItem> URGENT_FIRST = Comparator.comparing(WorkItem::dueOn)
            .thenComparing(item -> item.id().toString());
}
