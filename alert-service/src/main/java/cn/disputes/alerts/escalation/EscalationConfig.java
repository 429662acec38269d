package cn.disputes.alerts.escalation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the ladder is looked at. */
@ConfigMapping(prefix = "escalation")
public interface EscalationConfig {
    /** How often what is due or changed is looked at. */
    @WithDefault("60s")
    String sweepEvery();

    /** Cases in one transaction. */
    @WithDefault("200")
    int chunk();

    /** How far back a change may have been recorded that was not visible at the last look: a long transaction. */
    @WithDefault("15m")
    Duration overlap();

    /** How many days before its end a silence is announced to its author and the leader. */
    @WithDefault("1")
    int silenceNoticeDays();

    /** The longest silence, in days. */
    @WithDefault("60")
    int longestSilenceDays();

    /** How often the auditor looks. */
    @WithDefault("10m")
    String auditEvery();

    /** What the auditor leaves to the next sweep. */
    @WithDefault("15m")
    Duration auditGrace();
}
