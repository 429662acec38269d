package cn.disputes.alerts.analysis;

import cn.disputes.alerts.delivery.CaseNews;
import cn.disputes.contract.events.CaseEvent;
import cn.disputes.contract.events.LitigationEvent;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;

/** A suit lost with effect demands a report; a judgment rectified away withdraws the demand. */
@ApplicationScoped
class LossNews implements CaseNews {
    private final LossStore store;

    LossNews(LossStore store) {
        this.store = store;
    }

    @Override
    public void hear(Handle h, CaseEvent event) {
        if (!(event instanceof LitigationEvent suit) || !store.keep(h, suit)) return;
        settle(h, suit.caseNumber());
        // what a dismissed appeal leaves standing may become known, or be rectified, after the appeal
        store.dismissedAppeals(h, suit.caseNumber()).forEach(appeal -> settle(h, appeal));
    }

    private void settle(Handle h, String caseNumber) {
        var loss = store.lossWithEffect(h, caseNumber);
        if (loss.isEmpty()) store.withdraw(h, caseNumber);
        else if (!store.analysedElsewhere(h, caseNumber)) store.demand(h, loss.get());
    }
}
