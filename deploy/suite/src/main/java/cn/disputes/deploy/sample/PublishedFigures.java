package cn.disputes.deploy.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** The eleven figures that the city published for 2022, each beside what stats-service counts from the rows. */
public final class PublishedFigures {
    private static final String YEAR = "&from=2022-01&to=2022-12";
    private static final String TO_OCTOBER = "&from=2022-01&to=2022-10";
    private static final Duration FRESH_WITHIN = Duration.ofSeconds(60);
    private static final int QUIET_ANSWERS = 20;

    /** How a value is published. */
    private enum Form {
        COUNT,
        OF_COUNTIES,
        RATIO,
        WHOLE_PERCENT,
        PERCENT_ONE_DECIMAL,
        CHANGE;

        String show(JsonNode figure) {
            var value = figure.path(this == CHANGE ? "change" : "value");
            if (!value.isNumber()) return "–";
            var number = value.decimalValue();
            return switch (this) {
                case COUNT -> rounded(number, 0);
                case OF_COUNTIES -> rounded(number, 0) + "/" + COUNTIES;
                case RATIO -> rounded(number, 1);
                case WHOLE_PERCENT -> rounded(number.movePointRight(2), 0) + "%";
                case PERCENT_ONE_DECIMAL -> rounded(number.movePointRight(2), 1) + "%";
                case CHANGE -> rounded(number.movePointRight(2), 2) + "%";
            };
        }

        private static String rounded(BigDecimal number, int decimals) {
            return number.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
        }
    }

    private record Published(String label, String indicator, String period, Form form, String value) {}

    private static final long COUNTIES = Agencies.REGIONS.stream()
            .filter(region -> !region.equals(Agencies.CITY))
            .count();

    private static final List<Published> ALL = List.of(
            new Published("新收行政复议", "RECONSIDERATIONS_RECEIVED", YEAR, Form.COUNT, "2291"),
            new Published("办结", "RECONSIDERATIONS_CONCLUDED", YEAR, Form.COUNT, "2243"),
            new Published("直接纠错", "RECONSIDERATIONS_CORRECTED", YEAR, Form.COUNT, "75"),
            new Published("案结事了率", "DISPUTE_SETTLED_RATE", YEAR, Form.WHOLE_PERCENT, "92%"),
            new Published("复议与一审诉讼之比", "RECONSIDERATION_LITIGATION_RATIO", YEAR, Form.RATIO, "2.3"),
            new Published("复议后零败诉县（市、区）", "ZERO_LOSS_COUNTIES", YEAR, Form.OF_COUNTIES, "8/9"),
            new Published("高败诉风险案件化解", "HIGH_RISK_RESOLVED", YEAR, Form.COUNT, "59"),
            new Published("负责人出庭应诉率", "HEAD_APPEARANCE_RATE", YEAR, Form.PERCENT_ONE_DECIMAL, "99.5%"),
            new Published("一审收案同比", "FIRST_INSTANCE_RECEIVED", YEAR, Form.CHANGE, "-15.73%"),
            new Published("意见书、监督书（至10月底）", "SUPERVISION_ISSUED", TO_OCTOBER, Form.COUNT, "192"),
            new Published("年末整改存量", "RECTIFICATIONS_OUTSTANDING", YEAR, Form.COUNT, "0"));

    private final Api stats;

    private PublishedFigures(URI stats, String token) {
        this.stats = new Api(stats, role -> token);
    }

    /** @return whether every counted figure agrees with the published one */
    public static boolean print(URI stats, String token, PrintStream out) {
        return new PublishedFigures(stats, token).print(out);
    }

    private boolean print(PrintStream out) {
        awaitFresh();
        var table = new TextTable().row("指标", "代码", "由案件逐件计出", "显示", "公布", "");
        var agreed = 0;
        var values = Map.of(YEAR, values(YEAR), TO_OCTOBER, values(TO_OCTOBER));
        for (var figure : ALL) {
            if (row(table, figure, values.get(figure.period()).path(figure.indicator()))) agreed++;
        }
        out.println();
        out.println("2022年公布数据与合成案件计数 / Figures published for 2022 and counted from the synthetic rows");
        table.lines().forEach(out::println);
        out.printf("%d/%d 项一致 / agree%n", agreed, ALL.size());
        return agreed == ALL.size();
    }

    private static boolean row(TextTable table, Published figure, JsonNode counted) {
        var shown = figure.form().show(counted);
        var agrees = shown.equals(figure.value());
        table.row(figure.label(), figure.indicator(), counts(counted), shown, figure.value(), agrees ? "✓" : "✗");
        return agrees;
    }

    private static String counts(JsonNode counted) {
        if (counted.hasNonNull("denominator")) {
            return counted.path("numerator").asText() + "/"
                    + counted.path("denominator").asText();
        }
        var value = counted.path("value").asText();
        return counted.hasNonNull("previous") ? value + "（上年 " + previous(counted) + "）" : value;
    }

    private static String previous(JsonNode counted) {
        var previous = counted.path("previous");
        return previous.isObject() ? previous.path("value").asText() : previous.asText();
    }

    private JsonNode values(String period) {
        var codes = ALL.stream()
                .filter(figure -> figure.period().equals(period))
                .map(Published::indicator)
                .collect(Collectors.joining(","));
        var query = "/v1/statistics?indicators=" + codes + period + "&regionCode=" + Agencies.CITY
                + "&compare=previous-year";
        return stats.get("statistician", query)
                .require(200)
                .body()
                .path("rows")
                .path(0)
                .path("values");
    }

    /** The same answer for a second, so that nothing is on its way from one feed to the next. */
    private void awaitFresh() {
        var before = new AtomicReference<String>("");
        var same = new AtomicInteger();
        var fresh = Patience.until(
                () -> {
                    var freshness = stats.get("statistician", "/v1/freshness")
                            .require(200)
                            .body();
                    var events = freshness.findValuesAsText("lastEventAt").toString();
                    var quiet = freshness.path("caughtUp").asBoolean() && events.equals(before.getAndSet(events));
                    return (quiet ? same.incrementAndGet() : same.getAndSet(0)) >= QUIET_ANSWERS;
                },
                FRESH_WITHIN);
        if (!fresh) throw new LoadFailure("统计未能追上事件流", "stats-service did not catch up with the feeds");
    }
}
