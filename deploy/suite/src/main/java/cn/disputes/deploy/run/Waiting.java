package cn.disputes.deploy.run;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for a condition, not for a time. */
final class Waiting {
    private Waiting() {}

    /** @return whether the condition came true within {@code seconds}; otherwise {@code onTimeout} has run */
    static boolean until(BooleanSupplier condition, int seconds, Runnable onTimeout) {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                onTimeout.run();
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
