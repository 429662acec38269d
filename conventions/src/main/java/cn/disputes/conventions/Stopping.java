package cn.disputes.conventions;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Whether this process has been asked to end: whoever only waits is answered then, and not kept till the line is cut. */
@ApplicationScoped
public class Stopping {
    private volatile boolean asked;

    void asked(@Observes ShutdownDelayInitiatedEvent event) {
        asked = true;
    }

    public boolean asked() {
        return asked;
    }
}
