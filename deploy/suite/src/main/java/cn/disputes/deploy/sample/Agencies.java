package cn.disputes.deploy.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The city's agencies: government and departments of every county, towns and streets, municipal departments. */
final class Agencies {
    static final String CITY = "330700";
    static final Map<String, String> REGION_NAMES =
            Table.rows("regions.csv").stream().collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1]));
    static final List<String> REGIONS =
            Table.rows("regions.csv").stream().map(row -> row[0]).toList();

    private static final List<Agency> ALL = generate();

    private Agencies() {}

    static List<Agency> all() {
        return ALL;
    }

    static Agency government(String region) {
        return ALL.stream()
                .filter(a -> a.government() && a.regionCode().equals(region))
                .findFirst()
                .orElseThrow();
    }

    /** A department, town or street of the region that works in the domain; never the government itself. */
    static Agency department(String region, String domain, Lottery lottery) {
        return lottery.pick(ALL.stream()
                .filter(a -> a.regionCode().equals(region) && a.domain().equals(domain) && !a.government())
                .toList());
    }

    private static List<Agency> generate() {
        var agencies = new ArrayList<Agency>();
        for (var region : REGIONS) {
            for (var row : Table.rows("departments.csv")) {
                var here = row[2].equals("all") || row[2].equals(region.equals(CITY) ? "city" : "county");
                var name = row[0].replace("{region}", REGION_NAMES.get(region));
                if (here) add(agencies, name, region, row[1], region.equals(CITY) ? "CITY" : "COUNTY", row[3]);
            }
        }
        for (var row : Table.rows("townships.csv")) {
            var street = row[1].endsWith("街道");
            var name = REGION_NAMES.get(row[2]) + row[1] + (street ? "办事处" : "人民政府");
            add(agencies, name, row[2], "TOWNSHIP", "TOWNSHIP", street ? "DELEGATE" : "GOVERNMENT");
        }
        return List.copyOf(agencies);
    }

    private static void add(
            List<Agency> agencies, String name, String region, String domain, String level, String kind) {
        agencies.add(new Agency(SocialCreditCode.of(region, agencies.size() + 1), name, region, domain, level, kind));
    }
}
