package cn.disputes.alerts.alert;

import cn.disputes.contract.codes.CourtCaseNumber;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.RegionScope;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.regex.Pattern;

/** What an alert may say, and which of two versions of it is the newer. */
final class AlertRules {
    /** The Administrative Litigation Law took effect on 1990-10-01: no earlier year numbers an administrative case. */
    private static final int FIRST_YEAR = 1990;

    /** A province's character and four digits: a basic court (基层人民法院). */
    private static final int BASIC_COURT = 5;

    /** 法〔2015〕137号: year, court code, kind of case, number without padding. */
    private static final Pattern PARTS =
            Pattern.compile("\\((\\d{4})\\)(最高法|\\p{IsHan}\\d*)(?:知)?(\\p{IsHan}+)(\\d+)号.*");

    /** A clock of the source may be a little ahead of ours. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final Comparator<Alert> BY_AGE = Comparator.comparing(
                    Alert::revision, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Alert::observedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Alert::raisedOn);

    private AlertRules() {}

    /** The number as it is stored, or a refusal: what no court could have issued names no suit. */
    static String caseNumber(String given, LocalDate today) {
        var normal = CourtCaseNumber.parse(given)
                .orElseThrow(() -> impossible(
                        "不符合人民法院行政案件案号规则，例如 (2022)浙0702行初12号",
                        "Not a court's number of an administrative case, such as (2022)浙0702行初12号"));
        var year = Integer.parseInt(normal.substring(1, 5));
        if (year < FIRST_YEAR || year > today.getYear())
            throw impossible(
                    "收案年度应为 " + FIRST_YEAR + " 至 " + today.getYear(),
                    "The year must be " + FIRST_YEAR + " to " + today.getYear());
        var parts = PARTS.matcher(normal);
        if (!parts.matches()) return normal;
        if (parts.group(4).startsWith("0"))
            throw impossible("案件编号从1起，不补零", "Cases are numbered from 1, without padding");
        var basic = parts.group(2).length() == BASIC_COURT;
        if (basic && parts.group(3).endsWith("终")) throw impossible("基层人民法院不审理上诉案件", "A basic court hears no appeals");
        return normal;
    }

    private static ProblemException impossible(String zh, String en) {
        return ProblemException.invalid("litigationCaseNumber", zh, en);
    }

    /** Refuses what the caller or the source may not say, and days to come. */
    static void check(Alert alert, RegionScope scope, boolean mandated, LocalDate today, Instant now) {
        if (!scope.covers(alert.regionCode())) throw outside();
        if (!mandated)
            throw ProblemException.invalid("regionCode", "不在该来源的管辖范围内", "Outside the mandate of this source");
        if (alert.raisedOn().isAfter(today))
            throw ProblemException.invalid("raisedOn", "不能晚于今天", "Must not be in the future");
        if (alert.observedAt() != null && alert.observedAt().isAfter(now.plus(SKEW)))
            throw ProblemException.invalid("observedAt", "不能晚于现在", "Must not be in the future");
    }

    /** What lies in another region does not exist for the caller. */
    static ProblemException outside() {
        return new ProblemException(GeneralProblem.NOT_FOUND).field("regionCode", "不在您的管辖区域内", "Outside your region");
    }

    /** A court says of which region a suit is; of which it really is, others say. */
    static ProblemException outsideSuit() {
        return new ProblemException(GeneralProblem.NOT_FOUND)
                .field(
                        "regionCode",
                        "所指案件不在您的管辖区域内；请由管辖区域包含该案被告的法院报送，或联系上级司法行政机关的协调员",
                        "The suit lies outside your region; let a court whose region covers its defendant report it, or ask the"
                                + " coordinator of the region above");
    }

    /** Whether a version that came later is older than the one in force, so that it must not take its place. */
    static boolean older(Alert came, Alert inForce) {
        return BY_AGE.compare(came, inForce) < 0;
    }
}
