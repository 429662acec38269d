package cn.disputes.alerts.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When a recipient wants letters. Times of day are of Shanghai.
 *
 * @param quietFrom {@code HH:mm}, from when nothing is sent; null for never. May be later than {@code quietTo}: overnight
 * @param quietTo {@code HH:mm}, from when letters go again
 * @param digestMinutes gather for so many minutes, 1..1440; null for at once
 * @param digestHour gather until this hour of the day, 0..23; null for at once
 */
record DeliveryHours(String quietFrom, String quietTo, Integer digestMinutes, Integer digestHour) {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final DeliveryHours ALWAYS = new DeliveryHours(null, null, null, null);

    /** Why something waits. */
    enum Held {
        QUIET_HOURS,
        DIGEST
    }

    /** When a letter may go, and why not at once; {@code held} null: at once. */
    record Release(Instant at, Held held) {}

    Release release(Instant now) {
        var gathered = gathered(now);
        var free = free(gathered);
        if (free.isAfter(gathered)) return new Release(free, Held.QUIET_HOURS);
        return new Release(gathered, gathered.isAfter(now) ? Held.DIGEST : null);
    }

    private Instant gathered(Instant now) {
        if (digestMinutes != null) return now.plus(Duration.ofMinutes(digestMinutes));
        if (digestHour == null) return now;
        var today = now.atZone(SHANGHAI).toLocalDate().atTime(digestHour, 0).atZone(SHANGHAI);
        return (today.toInstant().isAfter(now) ? today : today.plusDays(1)).toInstant();
    }

    /** The first instant from {@code at} on that is not in the quiet hours. */
    Instant free(Instant at) {
        if (quietFrom == null || quietTo == null || quietFrom.equals(quietTo)) return at;
        var time = at.atZone(SHANGHAI).toLocalTime();
        var from = LocalTime.parse(quietFrom);
        var to = LocalTime.parse(quietTo);
        var overnight = from.isAfter(to);
        var quiet = overnight ? !time.isBefore(from) || time.isBefore(to) : !time.isBefore(from) && time.isBefore(to);
        if (!quiet) return at;
        var day = at.atZone(SHANGHAI).toLocalDate();
        var ends = overnight && !time.isBefore(from) ? day.plusDays(1) : day;
        return ends.atTime(to).atZone(SHANGHAI).toInstant();
    }
}
