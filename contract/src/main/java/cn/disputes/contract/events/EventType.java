package cn.disputes.contract.events;

import java.util.Arrays;
import java.util.Optional;

/** The CloudEvents types of the feeds; a consumer ignores a type it does not find here. */
public enum EventType {
    RECONSIDERATION_CHANGED("cn.disputes.reconsideration.changed.v1", ReconsiderationEvent.class),
    LITIGATION_CHANGED("cn.disputes.litigation.changed.v1", LitigationEvent.class),
    SUPERVISION_DOCUMENT_CHANGED("cn.disputes.supervision-document.changed.v1", SupervisionDocumentEvent.class),
    RISK_CASE_CHANGED("cn.disputes.risk-case.changed.v1", RiskCaseEvent.class),
    /** A warning was raised, withdrawn, or raised again. */
    WARNING_RAISED("cn.disputes.warning.raised.v1", WarningEvent.class),
    /** A court's system fell silent, or speaks again. */
    ALERT_SOURCE_CHANGED("cn.disputes.alert-source.changed.v1", AlertSourceEvent.class);

    private final String wireName;
    private final Class<? extends CaseEvent> payload;

    EventType(String wireName, Class<? extends CaseEvent> payload) {
        this.wireName = wireName;
        this.payload = payload;
    }

    public String wireName() {
        return wireName;
    }

    public Class<? extends CaseEvent> payload() {
        return payload;
    }

    public static Optional<EventType> of(String wireName) {
        return Arrays.stream(values()).filter(t -> t.wireName.equals(wireName)).findFirst();
    }

    static EventType of(Class<? extends CaseEvent> payload) {
        return Arrays.stream(values())
                .filter(t -> t.payload == payload)
                .findFirst()
                .orElseThrow();
    }
}
