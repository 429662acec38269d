package cn.disputes.stats.figures;

import cn.disputes.contract.codes.Regions;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.paging.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What is asked: a period of whole months, a region with all below it, and what was known on a day.
 *
 * @param asOf last day whose knowledge counts; null for now
 */
public record Cut(YearMonth from, YearMonth to, String regionCode, LocalDate asOf) {
    private static final int MOST_MONTHS = 600;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    public static Cut of(String from, String to, String regionCode, String asOf, Caller caller) {
        var first = Query.month("from", from);
        var last = Query.month("to", to);
        if (first == null) throw ProblemException.invalid("from", "不能为空，格式 yyyy-MM", "Must be given, yyyy-MM");
        if (last == null) throw ProblemException.invalid("to", "不能为空，格式 yyyy-MM", "Must be given, yyyy-MM");
        if (last.isBefore(first)) throw ProblemException.invalid("to", "不能早于 from", "Must not be before from");
        if (first.until(last, ChronoUnit.MONTHS) >= MOST_MONTHS)
            throw ProblemException.invalid("to", "最多600个月", "At most 600 months");
        var given = Query.region("regionCode", regionCode);
        var region = given == null ? caller.scope().region() : given;
        if (!caller.scope().covers(region)) throw new ProblemException(GeneralProblem.NOT_FOUND);
        return new Cut(first, last, region, known(asOf, caller));
    }

    /** Two days of knowledge of a whole year, which is always shown, differ by what came between them. */
    private static LocalDate known(String asOf, Caller caller) {
        var day = Query.date("asOf", asOf);
        if (day == null || !Suppression.figuresOnly(caller)) return day;
        throw ProblemException.invalid(
                "asOf", "本角色只能查看现在所知的数字", "Not for your role, which sees figures as they are known now");
    }

    public LocalDate firstDay() {
        return from.atDay(1);
    }

    public LocalDate lastDay() {
        return to.atEndOfMonth();
    }

    /** The instant up to which facts were known; null for now. */
    public Instant knownAt() {
        return asOf == null ? null : asOf.plusDays(1).atStartOfDay(SHANGHAI).toInstant();
    }

    /** Whether it begins with a January and ends with a December. */
    boolean wholeYears() {
        return from.getMonthValue() == 1 && to.getMonthValue() == 12;
    }

    /** The same months a year earlier. */
    public Cut previousYear() {
        return new Cut(from.minusYears(1), to.minusYears(1), regionCode, asOf);
    }

    /** As many months right before. */
    public Cut previousPeriod() {
        var months = from.until(to, ChronoUnit.MONTHS) + 1;
        return new Cut(from.minusMonths(months), to.minusMonths(months), regionCode, asOf);
    }

    public List<Regions.Region> counties() {
        return Regions.counties(regionCode);
    }
}
