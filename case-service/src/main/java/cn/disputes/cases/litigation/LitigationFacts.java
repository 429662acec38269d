package cn.disputes.cases.litigation;

import cn.disputes.cases.casefile.Party;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a document of a suit says of it. */
final class LitigationFacts {
    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private LitigationFacts() {}

    static Map<String, String> of(LitigationRow row, LocalDate today) {
        var facts = new HashMap<String, String>();
        facts.put("caseNumber", row.caseNumber());
        facts.put("court", row.court());
        facts.put("applicants", row.plaintiffs().stream().map(Party::name).collect(Collectors.joining("、")));
        facts.put("respondent", row.defendantName());
        facts.put("servedOn", day(row.servedOn()));
        facts.put("defenceDueOn", day(row.defenceDueOn()));
        facts.put("on", day(today));
        facts.put("issuedOn", day(today));
        return facts;
    }

    private static String day(LocalDate day) {
        return day == null ? null : CHINESE.format(day);
    }
}
