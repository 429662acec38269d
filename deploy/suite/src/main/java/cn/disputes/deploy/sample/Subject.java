package cn.disputes.deploy.sample;

import java.util.Map;

/** What a case is about: kind of act and field. Shares follow published national and provincial figures. */
record Subject(String actType, String domain) {
    private static final Mix RECONSIDERED = Mix.of(
            "PENALTY 328",
            "COMPLAINT_HANDLING 300",
            "INFORMATION_DISCLOSURE 83",
            "INACTION 59",
            "CONFIRMATION 55",
            "EXPROPRIATION 35",
            "COERCION 27",
            "OWNERSHIP_DETERMINATION 19",
            "LICENSING 10",
            "COMPENSATION 6",
            "OTHER 78");
    private static final Mix SUED = Mix.of(
            "PENALTY 24",
            "EXPROPRIATION 16",
            "CONFIRMATION 14",
            "INFORMATION_DISCLOSURE 12",
            "COERCION 10",
            "INACTION 9",
            "COMPLAINT_HANDLING 4",
            "OWNERSHIP_DETERMINATION 4",
            "LICENSING 3",
            "COMPENSATION 2",
            "AGREEMENT 1",
            "OTHER 1");
    private static final Map<String, Mix> FIELDS = Map.ofEntries(
            Map.entry(
                    "PENALTY",
                    Mix.of(
                            "PUBLIC_SECURITY 55",
                            "MARKET_REGULATION 15",
                            "TRANSPORT 12",
                            "URBAN_ENFORCEMENT 10",
                            "ECOLOGY 4",
                            "EMERGENCY 2",
                            "HEALTH 2")),
            Map.entry(
                    "COMPLAINT_HANDLING",
                    Mix.of("MARKET_REGULATION 88", "HEALTH 5", "HUMAN_RESOURCES 5", "EDUCATION 2")),
            Map.entry(
                    "INFORMATION_DISCLOSURE",
                    Mix.of(
                            "TOWNSHIP 35",
                            "NATURAL_RESOURCES 25",
                            "HOUSING_CONSTRUCTION 15",
                            "LAND_EXPROPRIATION 15",
                            "AGRICULTURE 5",
                            "OTHER 5")),
            Map.entry(
                    "INACTION",
                    Mix.of(
                            "TOWNSHIP 30",
                            "URBAN_ENFORCEMENT 25",
                            "NATURAL_RESOURCES 15",
                            "HUMAN_RESOURCES 15",
                            "HOUSING_CONSTRUCTION 10",
                            "WATER 5")),
            Map.entry("CONFIRMATION", Mix.of("HUMAN_RESOURCES 85", "CIVIL_AFFAIRS 8", "NATURAL_RESOURCES 7")),
            Map.entry("EXPROPRIATION", Mix.of("LAND_EXPROPRIATION 100")),
            Map.entry("COERCION", Mix.of("TOWNSHIP 45", "URBAN_ENFORCEMENT 40", "PUBLIC_SECURITY 10", "ECOLOGY 5")),
            Map.entry("OWNERSHIP_DETERMINATION", Mix.of("NATURAL_RESOURCES 70", "TOWNSHIP 20", "AGRICULTURE 10")),
            Map.entry("LICENSING", Mix.of("NATURAL_RESOURCES 45", "MARKET_REGULATION 35", "HOUSING_CONSTRUCTION 20")),
            Map.entry("COMPENSATION", Mix.of("URBAN_ENFORCEMENT 50", "TOWNSHIP 30", "PUBLIC_SECURITY 20")),
            Map.entry("AGREEMENT", Mix.of("LAND_EXPROPRIATION 100")),
            Map.entry("OTHER", Mix.of("OTHER 50", "TOWNSHIP 20", "CIVIL_AFFAIRS 15", "EDUCATION 10", "WATER 5")));

    static Subject reconsidered(Lottery lottery) {
        return of(RECONSIDERED.pick(lottery), lottery);
    }

    static Subject sued(Lottery lottery) {
        return of(SUED.pick(lottery), lottery);
    }

    private static Subject of(String actType, Lottery lottery) {
        return new Subject(actType, FIELDS.get(actType).pick(lottery));
    }

    /** The old regulation allows mediation only where there is discretion, and about compensation (实施条例 2007, Art. 50). */
    boolean mediable() {
        return actType.equals("PENALTY") || actType.equals("COMPENSATION") || actType.equals("EXPROPRIATION");
    }

    /** Something was asked of the agency, so that it can be ordered to do it. */
    boolean owedDuty() {
        return actType.equals("INACTION")
                || actType.equals("COMPLAINT_HANDLING")
                || actType.equals("INFORMATION_DISCLOSURE");
    }
}
