package cn.disputes.deploy.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** First-instance suits as they are filed in 2021 and 2022, nothing of them heard yet. */
final class FirstInstanceFilings {
    private static final List<Integer> OF_2021 = List.of(88, 62, 118, 104, 106, 108, 112, 104, 108, 86, 100, 93);
    private static final List<Integer> OF_2022 = List.of(76, 58, 98, 90, 92, 92, 94, 90, 92, 72, 84, 64);
    /** Of the suits of 2022, those that follow a reconsideration. */
    private static final int AFTER_RECONSIDERATION = 179;

    private static final Set<String> SUED_ABOUT = Set.of("UPHELD", "APPLICATION_REJECTED");
    private static final LocalDate SERVED_UNTIL = LocalDate.of(2022, 12, 8);
    private static final LocalDate YEAR_END = LocalDate.of(2022, 12, 30);

    private record Filing(
            Agency defendant, Subject subject, String plaintiff, LocalDate filedOn, String reconsideration) {}

    private final Lottery lottery = Lottery.of("suits filed");
    private int plaintiffs = 5000;

    static List<Suit> generate(List<Reconsideration> reconsiderations) {
        return new FirstInstanceFilings().suits(reconsiderations);
    }

    private List<Suit> suits(List<Reconsideration> reconsiderations) {
        var filings = new ArrayList<Filing>();
        Arrivals.of(2021, OF_2021, lottery).forEach(day -> filings.add(direct(day)));
        var sued = sued(reconsiderations);
        sued.forEach(reconsideration -> filings.add(after(reconsideration)));
        var direct = lottery.shuffled(Arrivals.of(2022, OF_2022, lottery));
        direct.subList(sued.size(), direct.size()).forEach(day -> filings.add(direct(day)));
        filings.sort(Comparator.comparing(Filing::filedOn));
        var docket = new Docket();
        return filings.stream().map(filing -> suit(filing, docket)).toList();
    }

    private Filing direct(LocalDate filedOn) {
        var subject = Subject.sued(lottery);
        var region = ReconsiderationYear.REGIONS.pick(lottery);
        var ofGovernment = subject.domain().equals("LAND_EXPROPRIATION") && lottery.percent(70);
        var defendant =
                ofGovernment ? Agencies.government(region) : Agencies.department(region, subject.domain(), lottery);
        return new Filing(defendant, subject, Person.natural(++plaintiffs), filedOn, null);
    }

    private List<Reconsideration> sued(List<Reconsideration> reconsiderations) {
        var candidates = reconsiderations.stream()
                .filter(r -> r.outcome() != null && SUED_ABOUT.contains(r.outcome()))
                .filter(r -> r.course().decisionServedOn() != null
                        && r.course().decisionServedOn().isBefore(SERVED_UNTIL))
                .toList();
        return lottery.shuffled(candidates).subList(0, AFTER_RECONSIDERATION);
    }

    /** Within fifteen days of the decision (行政诉讼法, Art. 45). */
    private Filing after(Reconsideration reconsideration) {
        var latest = WorkingDays.onOrAfter(
                reconsideration.course().decisionServedOn().plusDays(15));
        var wanted = WorkingDays.onOrAfter(
                reconsideration.course().decisionServedOn().plusDays(lottery.between(4, 15)));
        var filedOn = wanted.isAfter(latest) ? latest : wanted;
        return new Filing(
                reconsideration.respondent(),
                reconsideration.subject(),
                reconsideration.applicantName(),
                filedOn.isAfter(YEAR_END) ? YEAR_END : filedOn,
                reconsideration.caseNumber());
    }

    private Suit suit(Filing filing, Docket docket) {
        var court = Court.firstInstance(filing.defendant());
        var served = WorkingDays.onOrAfter(filing.filedOn().plusDays(lottery.between(2, 5)));
        return new Suit(
                docket.number(court, filing.filedOn(), "行初"),
                court,
                "FIRST",
                filing.defendant(),
                actor(filing.defendant()),
                filing.plaintiff(),
                filing.subject(),
                filing.filedOn(),
                served.isAfter(YEAR_END) ? null : served,
                filing.reconsideration(),
                null,
                Suit.Course.NOTHING_YET);
    }

    /** Behind a county government usually stands the town or the bureau that did the work (实施主体). */
    private Agency actor(Agency defendant) {
        if (!defendant.government() || defendant.municipal() || !lottery.percent(70)) return null;
        return Agencies.department(
                defendant.regionCode(), lottery.percent(60) ? "TOWNSHIP" : "NATURAL_RESOURCES", lottery);
    }
}
