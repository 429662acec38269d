package cn.disputes.alerts.round;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** How the month is handed over. */
@ConfigMapping(prefix = "rounds")
interface RoundConfig {
    /** Day of the month at whose end the list is fixed, or the first working day after it; 1 to 20. */
    @WithDefault("5")
    int cutoffDay();

    /** Calendar days from the hand-over to the day on which a case is to be resolved. */
    @WithDefault("10")
    int daysToResolve();

    /**
     * Regions whose rounds run by themselves, GB/T 2260 codes. None unless configured: a round that nobody asked for would
     * hand over what an office may want to look at first.
     */
    Optional<List<String>> automaticRegions();

    /** How often it is looked whether a month's list has become fixed. */
    @WithDefault("60s")
    String lookEvery();
}
