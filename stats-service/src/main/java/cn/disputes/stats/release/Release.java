package cn.disputes.stats.release;

import cn.disputes.conventions.feed.FeedStatus;
import cn.disputes.stats.figures.Figure;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A sealed publication: what was published, by which definitions, from which cases. Its JSON text is what is hashed.
 *
 * @param number counts up from 1 without a gap
 * @param periodOver whether the period was over when it was sealed
 * @param definitionVersion of the dictionary the figures follow
 * @param feeds how far the facts had followed the registers
 * @param caseCount cases behind all figures together, kept with the release
 * @param previousHash hash of the release before, whose content this one thereby vouches for too; missing for the first
 * @param total every indicator, compared with the year before
 * @param byRegion the same by county
 * @param byMonth the same by month
 * @param edition which lines its documents have beside the figures: 2 tell how far the registers were followed; missing for
 *     releases sealed before, which are printed as they were
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Release(
        UUID id,
        long number,
        String title,
        YearMonth from,
        YearMonth to,
        String regionCode,
        String regionName,
        Instant sealedAt,
        String sealedBy,
        boolean periodOver,
        String definitionVersion,
        List<FeedStatus> feeds,
        long caseCount,
        String previousHash,
        List<Definition> definitions,
        Figure total,
        Figure byRegion,
        Figure byMonth,
        Integer edition) {
    static final int EDITION = 2;

    /** What an indicator meant; nothing for one that is not in the release. */
    Optional<Definition> definition(String code) {
        return definitions.stream().filter(d -> d.code().equals(code)).findFirst();
    }

    /**
     * What an indicator meant when it was sealed.
     *
     * @param version of this definition
     * @param rows conditions of the rows, as computed: of the period, of the denominator, of the numerator; of a ratio the
     *     two counts it divides
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Definition(
            String code,
            String zh,
            String en,
            String shape,
            String formula,
            String exclusions,
            String basis,
            String version,
            List<String> rows) {}

    /** One release of the list. */
    public record Summary(
            UUID id,
            long number,
            String title,
            YearMonth from,
            YearMonth to,
            String regionCode,
            Instant sealedAt,
            String sealedBy,
            String hash) {}

    /**
     * @param intact whether the hash over everything sealed, recomputed now, is the one it was sealed with
     * @param hash SHA-256, hex
     * @param chained whether the release before still has the hash this one names; true for the first
     */
    public record Seal(boolean intact, String hash, boolean chained) {}

    /** A release with its seal, checked when it was read. */
    public record Sealed(Seal seal, Release release) {}
}
