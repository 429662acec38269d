package cn.disputes.deploy.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The supervision documents of January to October 2022, each followed by its rectification within sixty days. */
final class SupervisionYear {
    private static final int OPINIONS = 84;
    private static final int ADVICE = 17;
    private static final List<Integer> ENFORCEMENT_PER_MONTH = List.of(7, 5, 9, 9, 10, 10, 11, 11, 10, 9, 0, 0);
    private static final LocalDate LAST_ISSUED = LocalDate.of(2022, 10, 31);
    private static final LocalDate YEAR_END = LocalDate.of(2022, 12, 30);
    private static final int DAYS_TO_RECTIFY = 60;
    private static final Mix INSPECTED = Mix.of(
            "PUBLIC_SECURITY 3",
            "MARKET_REGULATION 3",
            "URBAN_ENFORCEMENT 4",
            "TRANSPORT 2",
            "ECOLOGY 2",
            "TOWNSHIP 4",
            "EMERGENCY 1");
    private static final Map<String, String> NUMBERS =
            Map.of("OPINION", "金政复意", "ADVICE", "金政复建", "ENFORCEMENT_SUPERVISION", "金执监");
    /** After which decisions an opinion is worth giving: an act set right, or one that stands with its flaws. */
    private static final Set<String> FLAWED =
            Set.of("ORDERED_TO_PERFORM", "CHANGED", "REVOKED", "PARTLY_REVOKED", "CONFIRMED_UNLAWFUL", "UPHELD");

    private record Occasion(String kind, Agency issuedTo, String regionCode, LocalDate issuedOn, String caseNumber) {}

    private final Lottery lottery = Lottery.of("supervision");

    static List<SupervisionDocument> generate(List<Reconsideration> reconsiderations) {
        return new SupervisionYear().rows(reconsiderations);
    }

    private List<SupervisionDocument> rows(List<Reconsideration> reconsiderations) {
        var occasions = new ArrayList<>(afterReconsiderations(reconsiderations));
        for (var day : Arrivals.of(2022, ENFORCEMENT_PER_MONTH, lottery)) occasions.add(inspection(day));
        occasions.sort(Comparator.comparing(Occasion::issuedOn));
        var last = new HashMap<String, Integer>();
        return occasions.stream().map(occasion -> row(occasion, last)).toList();
    }

    private List<Occasion> afterReconsiderations(List<Reconsideration> reconsiderations) {
        var candidates = lottery.shuffled(reconsiderations).stream()
                .filter(r -> r.outcome() != null && FLAWED.contains(r.outcome()))
                .filter(r -> r.course().decisionServedOn() != null)
                .sorted(Comparator.comparing(r -> r.outcome().equals("UPHELD")))
                .toList();
        var occasions = new ArrayList<Occasion>();
        for (var reconsideration : candidates) {
            var issuedOn = WorkingDays.after(reconsideration.course().decisionServedOn(), lottery.between(0, 10));
            if (occasions.size() == OPINIONS + ADVICE || issuedOn.isAfter(LAST_ISSUED)) continue;
            occasions.add(new Occasion(
                    occasions.size() < OPINIONS ? "OPINION" : "ADVICE",
                    reconsideration.respondent(),
                    reconsideration.regionCode(),
                    issuedOn,
                    reconsideration.caseNumber()));
        }
        return occasions;
    }

    private Occasion inspection(LocalDate day) {
        var region = ReconsiderationYear.REGIONS.pick(lottery);
        var agency = Agencies.department(region, INSPECTED.pick(lottery), lottery);
        return new Occasion("ENFORCEMENT_SUPERVISION", agency, region, day, null);
    }

    private SupervisionDocument row(Occasion occasion, Map<String, Integer> last) {
        var number = NUMBERS.get(occasion.kind()) + "〔2022〕" + last.merge(occasion.kind(), 1, Integer::sum) + "号";
        var rectified = WorkingDays.onOrBefore(occasion.issuedOn().plusDays(lottery.between(12, DAYS_TO_RECTIFY)));
        return new SupervisionDocument(
                number,
                occasion.kind(),
                occasion.regionCode(),
                occasion.issuedTo(),
                occasion.issuedOn(),
                occasion.caseNumber(),
                rectified.isAfter(YEAR_END) ? YEAR_END : rectified);
    }
}
