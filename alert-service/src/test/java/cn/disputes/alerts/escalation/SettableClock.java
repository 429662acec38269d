package cn.disputes.alerts.escalation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A clock that a test sets; every part of the service under test is handed it. */
public final class SettableClock extends Clock {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private volatile Instant now;

    public SettableClock(Instant now) {
        this.now = now;
    }

    /** An hour of a day of Shanghai. */
    public static Instant at(String day, int hour) {
        return LocalDate.parse(day).atTime(hour, 0).atZone(SHANGHAI).toInstant();
    }

    public void set(Instant instant) {
        now = instant;
    }

    public void tick(Duration by) {
        now = now.plus(by);
    }

    @Override
    public ZoneId getZone() {
        return SHANGHAI;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
