package cn.disputes.stats.figures;

import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.RegionScope;
import cn.disputes.conventions.paging.Query;
import cn.disputes.stats.indicators.Indicator;
import jakarta.ws.rs.QueryParam;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Narrows to one group of a figure: its values as query parameters of the same names. The value {@code -} stands for rows
 * without one, as where the figure names none; {@code region} is that region itself, without those below it.
 */
public final class GroupFilter {
    private static final String NONE = "-";
    private static final List<String> LEVELS = List.of("PROVINCE", "CITY", "COUNTY", "TOWNSHIP");

    @QueryParam("region")
    String region;

    @QueryParam("month")
    String month;

    @QueryParam("quarter")
    String quarter;

    @QueryParam("half")
    String half;

    @QueryParam("year")
    String year;

    @QueryParam("agency")
    String agency;

    @QueryParam("agencyLevel")
    String agencyLevel;

    @QueryParam("domain")
    String domain;

    @QueryParam("actType")
    String actType;

    @QueryParam("court")
    String court;

    @QueryParam("instance")
    String instance;

    @QueryParam("team")
    String team;

    /** The part of the period that is asked for. */
    public Cut within(Cut cut) {
        var narrowed = narrow(cut, Dimension.month, month);
        narrowed = narrow(narrowed, Dimension.quarter, quarter);
        narrowed = narrow(narrowed, Dimension.half, half);
        return narrow(narrowed, Dimension.year, year);
    }

    private static Cut narrow(Cut cut, Dimension time, String value) {
        if (value == null || value.isEmpty()) return cut;
        var first = time.firstMonth(value);
        var last = first.plusMonths(time.months() - 1L);
        if (last.isBefore(cut.from()) || first.isAfter(cut.to()))
            throw ProblemException.invalid(time.name(), "不在 from 和 to 之间", "Not between from and to");
        return new Cut(
                first.isBefore(cut.from()) ? cut.from() : first,
                last.isAfter(cut.to()) ? cut.to() : last,
                cut.regionCode(),
                cut.asOf());
    }

    /**
     * The other values, by dimension; null for rows without one.
     *
     * @param indicators that are narrowed, each by something its cases say: of what they do not there would be 0
     */
    public Map<Dimension, String> group(Cut cut, List<Indicator> indicators) {
        var group = read(cut);
        for (var indicator : indicators)
            group.forEach((dimension, value) -> {
                if (value != null && !Family.says(indicator, dimension))
                    throw ProblemException.invalid(
                            dimension.name(),
                            indicator.code() + " 所统计的案件没有此项，不能按此筛选",
                            "The cases of " + indicator.code() + " do not have this: nothing to narrow by");
            });
        return group;
    }

    private Map<Dimension, String> read(Cut cut) {
        var group = new EnumMap<Dimension, String>(Dimension.class);
        if (region != null && !region.isEmpty()) {
            var code = Query.region("region", region);
            if (!new RegionScope(cut.regionCode()).covers(code)) throw new ProblemException(GeneralProblem.NOT_FOUND);
            group.put(Dimension.region, code);
        }
        put(group, Dimension.agency, agency, value -> Query.text("agency", value));
        put(group, Dimension.agencyLevel, agencyLevel, GroupFilter::level);
        put(group, Dimension.domain, domain, value -> name(Query.code("domain", value, Domain.class)));
        put(group, Dimension.actType, actType, value -> name(Query.code("actType", value, ActType.class)));
        put(group, Dimension.court, court, value -> Query.text("court", value));
        put(group, Dimension.instance, instance, value -> name(Query.code("instance", value, Instance.class)));
        put(group, Dimension.team, team, value -> Query.text("team", value));
        return group;
    }

    private static void put(
            Map<Dimension, String> group, Dimension dimension, String given, UnaryOperator<String> read) {
        if (given != null && !given.isEmpty()) group.put(dimension, given.equals(NONE) ? null : read.apply(given));
    }

    private static String level(String given) {
        if (LEVELS.contains(given)) return given;
        throw ProblemException.invalid("agencyLevel", "应取自 " + LEVELS, "Must be of " + LEVELS);
    }

    private static String name(Enum<?> code) {
        return code == null ? null : code.name();
    }
}
