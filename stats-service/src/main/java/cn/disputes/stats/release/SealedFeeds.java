package cn.disputes.stats.release;

import cn.disputes.conventions.feed.FeedStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How far the registers were followed when a release was sealed, in words. */
final class SealedFeeds {
    private SealedFeeds() {}

    /** A line for each: which, and how far. */
    static List<List<String>> lines(Release release) {
        if (release.edition() == null) return List.of();
        return release.feeds().stream()
                .map(feed -> List.of("数据源 " + name(feed), state(feed)))
                .toList();
    }

    /** Of those that had told more, or could not be asked; nothing when all was counted. */
    static Optional<String> sentence(Release release) {
        if (release.edition() == null) return Optional.empty();
        var behind = release.feeds().stream()
                .filter(feed -> !feed.caughtUp())
                .map(SealedFeeds::name)
                .collect(Collectors.joining("、"));
        return behind.isEmpty() ? Optional.empty() : Optional.of("封存时，" + behind + "的数据未追平，其中尚未取得的变动不在本公报数字之内。");
    }

    private static String state(FeedStatus feed) {
        var state = new StringBuilder();
        if (feed.caughtUp()) state.append("已追平");
        else if (feed.behindSeconds() == null) state.append("封存时未追平：无法读取");
        else state.append("封存时未追平：落后").append(Math.round(feed.behindSeconds())).append("秒");
        if (feed.lastEventAt() != null) state.append("，数据截至 ").append(feed.lastEventAt());
        if (feed.poisoned() > 0) state.append("，").append(feed.poisoned()).append("条无法处理，未计入");
        return state.toString();
    }

    private static String name(FeedStatus feed) {
        return switch (feed.source()) {
            case "case-service" -> "案件登记（case-service）";
            case "alert-service" -> "风险预警（alert-service）";
            default -> feed.source();
        };
    }
}
