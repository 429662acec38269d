package cn.disputes.stats.figures;

import cn.disputes.contract.problem.ProblemException;
import cn.disputes.stats.indicators.Indicator;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What figures can be grouped by and narrowed to. */
public enum Dimension {
    region("f.region_code"),
    month(null),
    quarter(null),
    half(null),
    year(null),
    agency("f.agency_code"),
    agencyLevel("f.agency_level"),
    domain("f.domain"),
    actType("f.act_type"),
    court("f.court"),
    instance("f.instance"),
    /** The team of the officer who handles the case (承办团队). */
    team("f.team");

    private final String expression;

    Dimension(String expression) {
        this.expression = expression;
    }

    /** Whether it cuts the period instead of the cases. */
    public boolean time() {
        return expression == null;
    }

    /** How many months one of its values has; only of a dimension of time. */
    int months() {
        return switch (this) {
            case month -> 1;
            case quarter -> 3;
            case half -> 6;
            case year -> 12;
            default -> throw new IllegalStateException(this + " is no time");
        };
    }

    /** The value a month belongs to: 2022-03, 2022-Q1, 2022-H1, 2022. */
    String value(YearMonth of) {
        return switch (this) {
            case month -> of.toString();
            case quarter -> of.getYear() + "-Q" + ((of.getMonthValue() + 2) / 3);
            case half -> of.getYear() + "-H" + ((of.getMonthValue() + 5) / 6);
            case year -> String.valueOf(of.getYear());
            default -> throw new IllegalStateException(this + " is no time");
        };
    }

    /** The first month of a value; anything unreadable is a 400 that names the dimension. */
    YearMonth firstMonth(String value) {
        try {
            return switch (this) {
                case month -> YearMonth.parse(value);
                case quarter -> part(value, "Q", 4);
                case half -> part(value, "H", 2);
                default -> YearMonth.of(Integer.parseInt(value), 1);
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            throw ProblemException.invalid(
                    name(), "应形如 " + value(YearMonth.of(2022, 3)), "Must look like " + value(YearMonth.of(2022, 3)));
        }
    }

    private YearMonth part(String value, String letter, int parts) {
        if (!value.matches("[0-9]{4}-" + letter + "[1-" + parts + "]")) throw new IllegalArgumentException(value);
        return YearMonth.of(Integer.parseInt(value.substring(0, 4)), (value.charAt(6) - '1') * months() + 1);
    }

    String expression(Indicator indicator) {
        return expression(indicator.byActor());
    }

    String expression(boolean byActor) {
        return this == agency && byActor ? "coalesce(f.actor_code, f.agency_code)" : expression;
    }

    /** The one dimension of time among them, or null. */
    static Dimension timeOf(List<Dimension> dimensions) {
        return dimensions.stream().filter(Dimension::time).findFirst().orElse(null);
    }

    /** Reads {@code groupBy}: names separated by commas, none twice, at most one of time. */
    public static List<Dimension> parse(String groupBy) {
        if (groupBy == null || groupBy.isEmpty()) return List.of();
        var dimensions = new ArrayList<Dimension>();
        for (var name : groupBy.split(",", -1)) {
            var dimension = Arrays.stream(values())
                    .filter(d -> d.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.invalid(
                            "groupBy", "应取自 " + Arrays.toString(values()), "Must be of " + Arrays.toString(values())));
            if (dimensions.contains(dimension)) throw ProblemException.invalid("groupBy", "重复", "Named twice");
            if (dimension.time() && timeOf(dimensions) != null) {
                throw ProblemException.invalid(
                        "groupBy", "month、quarter、half、year 只能取一个", "Only one of month, quarter, half and year");
            }
            dimensions.add(dimension);
        }
        return dimensions;
    }
}
