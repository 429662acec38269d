package cn.disputes.stats.dashboard;

import cn.disputes.stats.Told;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Two synthetic years of the city, the same every time: enough cases that a page looks as it will in use. */
final class TwoYears {
    private static final String[] COUNTIES = {
        "330702", "330703", "330723", "330726", "330727", "330781", "330782", "330783", "330784"
    };
    private static final String[] ENDINGS = {
        "UPHELD", "UPHELD", "UPHELD", "MEDIATED", "WITHDRAWN", "CLAIM_REJECTED", "REFUSED"
    };
    private static final String[] DOMAINS = {
        "PUBLIC_SECURITY", "MARKET_REGULATION", "NATURAL_RESOURCES", "HOUSING_CONSTRUCTION", "HUMAN_RESOURCES"
    };

    private final Random random = new Random(20220101);
    private final List<Told> told = new ArrayList<>();
    private final List<String> concluded = new ArrayList<>();
    private int numbers;

    static List<Told> told() {
        var years = new TwoYears();
        for (var year = 2021; year <= 2022; year++) years.year(year);
        return years.told;
    }

    private void year(int year) {
        for (var county = 0; county < COUNTIES.length; county++) {
            for (var month = 1; month <= 12; month++) {
                var from = LocalDate.of(year, month, 1);
                var busy = 3
                        + (county * 7 + month * 5 + (year - 2021) * county) % 6
                        + (year - 2021) * (county % 2)
                        + (COUNTIES[county].equals("330782") ? 5 : 0);
                for (var i = 0; i < busy; i++) reconsideration(COUNTIES[county], from.plusDays(random.nextInt(27)));
                for (var i = 0; i < busy / 2 + 1; i++) suit(COUNTIES[county], from.plusDays(random.nextInt(27)));
            }
            for (var i = 0; i < 5; i++) supervision(COUNTIES[county], LocalDate.of(year, 1 + random.nextInt(12), 5));
            for (var i = 0; i < 3 + county % 4; i++)
                risk(COUNTIES[county], LocalDate.of(year, 1 + random.nextInt(10), 8), i);
        }
    }

    private String number(String mark, LocalDate on) {
        return "（虚构）" + mark + "〔" + on.getYear() + "〕" + ++numbers + "号";
    }

    private void reconsideration(String county, LocalDate received) {
        var one = Told.reconsideration(number("金政复", received), county, received.toString())
                .with("domain", DOMAINS[random.nextInt(DOMAINS.length)]);
        told.add(one);
        if (received.isAfter(LocalDate.of(2022, 11, 10))) return;
        var corrected = random.nextInt(30) == 0;
        var ending = corrected ? "REVOKED" : ENDINGS[random.nextInt(ENDINGS.length)];
        one.concluded(received.plusDays(20 + random.nextInt(50)).toString(), ending);
        if (ending.equals("WITHDRAWN")) one.with("outcomeGround", "SETTLED");
        if (ending.equals("REFUSED")) one.with("acceptedOn", null).with("decideDueOn", null);
        one.with("decisionServedOn", one.data().get("concludedOn"));
        concluded.add(one.data().get("caseNumber").toString());
    }

    private void suit(String county, LocalDate filed) {
        var one = Told.suit(number("浙07行初", filed), county, filed.toString())
                .with("domain", DOMAINS[random.nextInt(DOMAINS.length)]);
        if (random.nextInt(7) == 0)
            one.with("reconsiderationCaseNumber", concluded.get(random.nextInt(concluded.size())));
        told.add(one);
        if (filed.isAfter(LocalDate.of(2022, 10, 1))) return;
        var concluded = filed.plusDays(60 + random.nextInt(60));
        var lost = random.nextInt(12) == 0;
        var ending = lost ? "REVOKED" : random.nextInt(3) == 0 ? "WITHDRAWN" : "CLAIM_REJECTED";
        one.concluded(concluded.toString(), ending).with("effectiveOn", concluded.plusDays(15));
        if (ending.equals("WITHDRAWN")) return;
        var head = random.nextInt(14) == 0 ? "ABSENT" : random.nextInt(3) == 0 ? "PRINCIPAL" : "DEPUTY";
        one.with("hearings", List.of(Map.of("on", filed.plusDays(50).toString(), "headAttendance", head)));
    }

    private void supervision(String county, LocalDate issued) {
        var one = Told.supervision(number("意见", issued), county, issued.toString());
        if (random.nextInt(9) > 0) one.with("rectifiedOn", issued.plusDays(25));
        told.add(one);
    }

    private void risk(String county, LocalDate flagged, int i) {
        var one = Told.risk(number("风险", flagged), county, flagged.toString());
        told.add(one);
        if (i == 0) return;
        var month = flagged.plusMonths(1).toString().substring(0, 7);
        one.with("state", "ASSIGNED").with("firstAssignedMonth", month).with("months", List.of(month));
        if (i > 1) one.with("state", "RESOLVED").with("resolvedOn", flagged.plusDays(70));
    }
}
