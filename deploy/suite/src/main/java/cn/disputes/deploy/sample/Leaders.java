package cn.disputes.deploy.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who answers for high-risk cases (包案领导): in each region one leader of the government for red ones and for all that nobody else has,
 * and for each group of fields a principal for orange ones and a deputy for yellow ones.
 */
final class Leaders {
    static final String SINCE = "2021-01-01";
    private static final List<List<String>> GROUPS = List.of(
            List.of("PUBLIC_SECURITY", "TRANSPORT", "EMERGENCY", "TOWNSHIP"),
            List.of(
                    "NATURAL_RESOURCES",
                    "HOUSING_CONSTRUCTION",
                    "LAND_EXPROPRIATION",
                    "WATER",
                    "ECOLOGY",
                    "AGRICULTURE"),
            List.of("MARKET_REGULATION", "URBAN_ENFORCEMENT", "TAX"),
            List.of("HUMAN_RESOURCES", "HEALTH", "EDUCATION", "CIVIL_AFFAIRS", "OTHER"));

    /** A resource of alert-service: its id and its body. */
    record Entry(String id, Map<String, Object> body) {}

    private final List<Entry> leaders = new ArrayList<>();
    private final List<Entry> duties = new ArrayList<>();

    private Leaders() {}

    static Leaders everywhere() {
        var all = new Leaders();
        Agencies.REGIONS.forEach(all::region);
        return all;
    }

    List<Entry> leaders() {
        return leaders;
    }

    List<Entry> duties() {
        return duties;
    }

    private void region(String region) {
        var first = leader(region, 1, "COUNTY", "分管领导");
        duties.add(new Entry("D-" + region, Map.of("leaderId", first, "regionCode", region, "from", SINCE)));
        duties.add(new Entry(
                "D-" + region + "-RED",
                Map.of("leaderId", first, "regionCode", region, "levels", List.of("RED"), "from", SINCE)));
        var number = 2;
        for (var domains : GROUPS) {
            var principal = leader(region, number++, "PRINCIPAL", "部门主要负责人");
            var deputy = leader(region, number++, "DEPUTY", "部门分管负责人");
            for (var domain : domains) {
                duties.add(duty(region, domain, principal, "ORANGE"));
                duties.add(duty(region, domain, deputy, "YELLOW"));
            }
        }
    }

    private String leader(String region, int number, String rank, String post) {
        var id = "L-" + region + "-" + number;
        var place = Agencies.REGION_NAMES.get(region);
        var name = "合成领导%s%02d（虚构）".formatted(place.substring(0, place.length() - 1), number);
        leaders.add(new Entry(id, Map.of("name", name, "post", place + post, "rank", rank, "regionCode", region)));
        return id;
    }

    private static Entry duty(String region, String domain, String leader, String level) {
        return new Entry(
                "D-%s-%s-%s".formatted(region, domain, level),
                Map.of(
                        "leaderId",
                        leader,
                        "regionCode",
                        region,
                        "domain",
                        domain,
                        "levels",
                        List.of(level),
                        "from",
                        SINCE));
    }
}
