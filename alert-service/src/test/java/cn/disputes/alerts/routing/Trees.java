package cn.disputes.alerts.routing;

import cn.disputes.alerts.routing.Leader.Absence;
import cn.disputes.alerts.routing.Leader.Rank;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.RiskLevel;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Leaders, duties and cases for tests, with the days around one day. */
final class Trees {
    static final LocalDate DAY = LocalDate.of(2022, 5, 5);
    static final String BUREAU = "11330700002592265Y";

    private Trees() {}

    static Leader leader(String id, Rank rank, Absence... absences) {
        return new Leader(id, "虚构" + id, null, rank, "330700", null, null, null, List.of(absences));
    }

    static Absence away(int from, int to, String substitute) {
        return new Absence(DAY.plusDays(from), DAY.plusDays(to), substitute);
    }

    static Map<String, Leader> leaders(Leader... leaders) {
        return Arrays.stream(leaders).collect(Collectors.toMap(Leader::id, Function.identity()));
    }

    static Duty duty(String id, String leader, String region) {
        return duty(id, leader, region, null, null);
    }

    static Duty duty(String id, String leader, String region, String agency, Domain domain, RiskLevel... levels) {
        return new Duty(id, leader, region, agency, domain, Set.of(levels), DAY.minusYears(1), null);
    }

    static RoutedCase suit(String region, Domain domain, RiskLevel level) {
        return new RoutedCase(region, BUREAU, domain, level, DAY);
    }
}
