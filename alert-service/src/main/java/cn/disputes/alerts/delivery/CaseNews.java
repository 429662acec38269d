package cn.disputes.alerts.delivery;

import cn.disputes.contract.events.CaseEvent;
import org.jdbi.v3.core.Handle;

/** Hears what the register announces, in the transaction that moves the cursor; it must bear repeats and any order. */
public interface CaseNews {
    void hear(Handle h, CaseEvent event);
}
