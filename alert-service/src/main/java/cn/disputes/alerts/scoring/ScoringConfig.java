package cn.disputes.alerts.scoring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How suits are scored in the background. */
@ConfigMapping(prefix = "scoring")
interface ScoringConfig {
    /** How often it is looked whether any suit is due. */
    @WithDefault("1s")
    String every();

    /** How often it is looked whose term for the defence has run out. */
    @WithDefault("10m")
    String overdueEvery();

    /** Suits in one transaction. */
    @WithDefault("1000")
    int chunk();

    /** Chunks at a time on one replica, once there is more than one to do. */
    @WithDefault("2")
    int threads();
}
