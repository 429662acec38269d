package cn.disputes.deploy.operations;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What the tries send: nobody and nothing in it exists but the agency. */
final class Synthetic {
    /** One of the agencies the register is shipped with. */
    static final String BUREAU = "11330700002592265Y";

    private Synthetic() {}

    static String today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    }

    static Map<String, Object> reconsideration(String name) {
        return reconsideration(Map.of("kind", "NATURAL_PERSON", "name", name));
    }

    static Map<String, Object> reconsideration(Map<String, String> applicant) {
        return Map.of(
                "regionCode", "330702",
                "receivedOn", today(),
                "channel", "ONLINE",
                "applicants", List.of(applicant),
                "respondentCode", BUREAU,
                "actType", "PENALTY",
                "domain", "OTHER",
                "claims", "请求撤销（虚构）");
    }

    static Map<String, Object> alert(String id, int suit) {
        return Map.ofEntries(
                Map.entry("source", "court"),
                Map.entry("sourceAlertId", id),
                Map.entry("court", "婺城区人民法院"),
                Map.entry("litigationCaseNumber", "(2026)浙0702行初" + suit + "号"),
                Map.entry("regionCode", "330702"),
                Map.entry("defendantCode", BUREAU),
                Map.entry("defendantName", "（虚构）"),
                Map.entry("riskReasons", List.of("EVIDENCE_GAP", "COURT_OPINION")),
                Map.entry("raisedOn", today()));
    }
}
