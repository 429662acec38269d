package cn.disputes.deploy.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** All reconsiderations received in 2022. */
final class ReconsiderationYear {
    private static final List<Integer> PER_MONTH = List.of(150, 130, 205, 200, 215, 220, 235, 240, 225, 190, 178, 103);
    private static final int OPEN_AT_YEAR_END = 48;
    /** Of the open ones, those that simply came last. */
    private static final int CAME_LAST = 30;

    private static final int DECIDED_LATE = 9;
    /** Days with which a case can still end in any way. */
    private static final int LONG_ENOUGH = 40;

    private static final LocalDate OPEN_SINCE = LocalDate.of(2022, 11, 8);
    private static final LocalDate LATE_UNTIL = LocalDate.of(2022, 9, 1);
    static final Mix REGIONS = Mix.of(
            "330782 24",
            "330702 15",
            "330784 13",
            "330783 12",
            "330703 8",
            "330781 8",
            "330726 6",
            "330723 6",
            "330727 2",
            "330700 6");
    private static final Mix CHANNELS = Mix.of("ONLINE 34", "IN_PERSON 32", "POST 30", "ORAL 4");
    private static final Mix KINDS = Mix.of("NATURAL_PERSON 86", "LEGAL_PERSON 12", "OTHER_ORGANISATION 2");
    private static final Map<String, String> ISSUERS = Map.of(
            "330700", "金", "330702", "婺", "330703", "金东", "330723", "武", "330726", "浦", "330727", "磐", "330781", "兰",
            "330782", "义", "330783", "东", "330784", "永");

    private final Lottery lottery = Lottery.of("reconsiderations");
    private final ReconsiderationCourse courses = new ReconsiderationCourse();
    private final Map<String, Integer> lastNumber = new HashMap<>();

    static List<Reconsideration> generate() {
        return new ReconsiderationYear().rows();
    }

    private List<Reconsideration> rows() {
        var drafts =
                Arrivals.of(2022, PER_MONTH, lottery).stream().map(this::draft).toList();
        var concluded = new ArrayList<>(drafts);
        concluded.removeAll(open(drafts));
        endings(concluded);
        var rows = new ArrayList<Reconsideration>();
        for (var draft : drafts) rows.add(row(draft, rows.size() + 1));
        return rows;
    }

    private Draft draft(LocalDate receivedOn) {
        var subject = Subject.reconsidered(lottery);
        var region = REGIONS.pick(lottery);
        // the city government's own acts are reviewed above the city
        var governs = !region.equals(Agencies.CITY) && subject.domain().equals("LAND_EXPROPRIATION");
        var ofGovernment = governs && lottery.percent(70);
        var respondent =
                ofGovernment ? Agencies.government(region) : Agencies.department(region, subject.domain(), lottery);
        return new Draft(receivedOn, subject, respondent);
    }

    /** Those who came last, and some of the weeks before. */
    private List<Draft> open(List<Draft> drafts) {
        var last = drafts.subList(drafts.size() - CAME_LAST, drafts.size());
        var recent = drafts.subList(0, drafts.size() - CAME_LAST).stream()
                .filter(draft -> !draft.receivedOn.isBefore(OPEN_SINCE))
                .toList();
        var open = new ArrayList<>(lottery.shuffled(recent).subList(0, OPEN_AT_YEAR_END - CAME_LAST));
        open.addAll(last);
        return open;
    }

    /** The latest cases choose first, for few endings are quick enough for them; then the endings that suit few cases. */
    private void endings(List<Draft> concluded) {
        var endings = lottery.shuffled(Ending.ofYear());
        var latestFirst = new ArrayList<>(concluded);
        Collections.reverse(latestFirst);
        for (var draft : latestFirst) {
            if (draft.daysLeft() < LONG_ENOUGH) draft.ending = take(endings, draft::fits);
        }
        var rest = lottery.shuffled(
                concluded.stream().filter(draft -> draft.ending == null).toList());
        endings.sort(Comparator.comparing(ending -> !ending.choosy()));
        for (var ending : endings) take(rest, draft -> draft.fits(ending)).ending = ending;
        concluded.stream()
                .filter(draft -> draft.ending.outcome().equals("UPHELD") && draft.receivedOn.isBefore(LATE_UNTIL))
                .skip(DECIDED_LATE)
                .limit(DECIDED_LATE)
                .forEach(draft -> draft.late = true);
    }

    private static <T> T take(List<T> from, Predicate<T> fitting) {
        for (var i = 0; i < from.size(); i++) if (fitting.test(from.get(i))) return from.remove(i);
        throw new IllegalStateException("No ending fits");
    }

    private Reconsideration row(Draft draft, int number) {
        var respondent = draft.respondent;
        var region = respondent.government() ? Agencies.CITY : respondent.regionCode();
        var kind = KINDS.pick(lottery);
        return new Reconsideration(
                ISSUERS.get(region) + "政复〔2022〕" + lastNumber.merge(region, 1, Integer::sum) + "号",
                region,
                draft.receivedOn,
                CHANNELS.pick(lottery),
                kind,
                kind.equals("NATURAL_PERSON") ? Person.natural(number) : Person.company(number),
                respondent,
                draft.subject,
                draft.ending == null
                        ? courses.open(draft.receivedOn)
                        : courses.concluded(draft.receivedOn, draft.ending, draft.late));
    }

    /** A case whose ending is being found. */
    private static final class Draft {
        private final LocalDate receivedOn;
        private final Subject subject;
        private final Agency respondent;
        private Ending ending;
        private boolean late;

        Draft(LocalDate receivedOn, Subject subject, Agency respondent) {
            this.receivedOn = receivedOn;
            this.subject = subject;
            this.respondent = respondent;
        }

        long daysLeft() {
            return ChronoUnit.DAYS.between(receivedOn, ReconsiderationCourse.YEAR_END);
        }

        boolean fits(Ending ending) {
            return daysLeft() >= ending.leastDays() && ending.fits(subject);
        }
    }
}
