package cn.disputes.contract.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;

/**
 * The whole public state of one case after a change, the {@code data} of a {@link CloudEvent}. It names no person. A
 * consumer keeps the highest {@link #version()} of an {@link #id()} and ignores the rest, so order and repeats do not
 * matter.
 */
public sealed interface CaseEvent
        permits ReconsiderationEvent,
                LitigationEvent,
                SupervisionDocumentEvent,
                RiskCaseEvent,
                WarningEvent,
                AlertSourceEvent {
    UUID id();

    /** Rises by at least one with every change of the case; first 1. */
    long version();

    /** GB/T 2260 code that scopes who may see the case. */
    String regionCode();

    /** The CloudEvents {@code type} this payload travels under. */
    @JsonIgnore
    default EventType type() {
        return EventType.of(getClass());
    }
}
