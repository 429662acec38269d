package cn.disputes.stats.dashboard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of the streams that tell pages of changes. */
@ConfigMapping(prefix = "changes")
interface ChangesConfig {
    /** Streams of one process; whoever comes later is told to try again. */
    @WithDefault("1000")
    int most();

    /** Streams of one subject: enough for the pages a person forgets to close, not enough to shut others out. */
    @WithDefault("20")
    int mostOfOne();

    /** A stream says something at least this often, so that a page can tell silence from a broken line. */
    @WithDefault("15s")
    Duration beat();

    /** A stream ends then at the latest and the page opens another: replicas that come later get their share. */
    @WithDefault("15m")
    Duration longest();
}
