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
        var lost = suit.outcome() != null && suit.outcome().lost() && suit.effectiveOn() != null;
        if (!lost) {
            store.withdraw(h, suit.caseNumber());
            return;
        }
        if (store.analysedElsewhere(h, suit.caseNumber())) return;
        store.demand(
                h,
                new LossStore.Loss(
                        suit.caseNumber(),
                        suit.regionCode(),
                        suit.defendantCode(),
                        suit.defendantName(),
                        suit.actorCode() == null ? suit.defendantCode() : suit.actorCode(),
                        suit.actType() == null ? null : suit.actType().name(),
                        suit.domain() == null ? null : suit.domain().name(),
                        suit.outcome().name(),
                        suit.effectiveOn()));
    }
}
