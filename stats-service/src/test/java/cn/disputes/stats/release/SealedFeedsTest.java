package cn.disputes.stats.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.conventions.feed.FeedStatus;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was handed out is printed again as it was. */
class SealedFeedsTest {
    private static Release sealed(Integer edition) {
        return new Release(
                new UUID(0, 1),
                1,
                "2022年",
                YearMonth.of(2022, 1),
                YearMonth.of(2022, 12),
                "330700",
                "金华市",
                Instant.EPOCH,
                "虚构",
                true,
                "1",
                List.of(new FeedStatus("case-service", false, 90.0, null, 0)),
                0,
                null,
                List.of(),
                null,
                null,
                null,
                edition);
    }

    @Test
    void aReleaseOfTheFirstEditionSaysNothingOfTheFeeds() {
        assertEquals(List.of(), SealedFeeds.lines(sealed(null)));
        assertTrue(SealedFeeds.sentence(sealed(null)).isEmpty());
        assertEquals(1, SealedFeeds.lines(sealed(Release.EDITION)).size());
        assertTrue(SealedFeeds.sentence(sealed(Release.EDITION)).orElseThrow().contains("未追平"));
    }
}
