package cn.disputes.alerts.escalation;

import cn.disputes.alerts.delivery.CaseNews;
import cn.disputes.contract.events.CaseEvent;
import cn.disputes.contract.events.WarningEvent;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;

/** A hearing fixed, moved or dropped moves the last day to resolve: the case is looked at in the next sweep. */
@ApplicationScoped
class HearingNews implements CaseNews {
    private final EscalationStore store;

    HearingNews(EscalationStore store) {
        this.store = store;
    }

    @Override
    public void hear(Handle h, CaseEvent event) {
        if (event instanceof WarningEvent warning
                && warning.caseNumber() != null
                && EscalationReader.OF_HEARINGS.contains(warning.code())) store.touch(h, warning.caseNumber());
    }
}
