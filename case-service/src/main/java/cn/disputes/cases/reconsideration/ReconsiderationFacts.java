package cn.disputes.cases.reconsideration;

import cn.disputes.cases.casefile.Party;
import cn.disputes.cases.casefile.RecordedStep;
import cn.disputes.cases.document.DocumentKind;
import cn.disputes.cases.document.DocumentProblem;
import cn.disputes.contract.codes.Regions;
import cn.disputes.contract.problem.ProblemException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a notice says of a case: each kind speaks of one step, which must have been taken. */
final class ReconsiderationFacts {
    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("yyyy年M月d日");

    /** The step a notice speaks of; those not named here speak of the case alone. */
    private static final Map<DocumentKind, ReconsiderationStepType> SPEAKS_OF = Map.ofEntries(
            Map.entry(DocumentKind.ACCEPTANCE_NOTICE, ReconsiderationStepType.ACCEPTED),
            Map.entry(DocumentKind.REPLY_NOTICE, ReconsiderationStepType.ACCEPTED),
            Map.entry(DocumentKind.REFUSAL_DECISION, ReconsiderationStepType.REFUSED),
            Map.entry(DocumentKind.CORRECTION_NOTICE, ReconsiderationStepType.CORRECTION_REQUESTED),
            Map.entry(DocumentKind.HEARING_NOTICE, ReconsiderationStepType.HEARING_NOTIFIED),
            Map.entry(DocumentKind.SUSPENSION_NOTICE, ReconsiderationStepType.SUSPENDED),
            Map.entry(DocumentKind.RESUMPTION_NOTICE, ReconsiderationStepType.RESUMED),
            Map.entry(DocumentKind.EXTENSION_NOTICE, ReconsiderationStepType.EXTENDED),
            Map.entry(DocumentKind.CONVERSION_NOTICE, ReconsiderationStepType.PROCEDURE_CONVERTED),
            Map.entry(DocumentKind.TERMINATION_DECISION, ReconsiderationStepType.TERMINATED),
            Map.entry(DocumentKind.DECISION, ReconsiderationStepType.DECIDED),
            Map.entry(DocumentKind.MEDIATION_STATEMENT, ReconsiderationStepType.MEDIATED));

    private ReconsiderationFacts() {}

    static Map<String, String> of(
            DocumentKind kind,
            ReconsiderationRow row,
            List<RecordedStep<ReconsiderationStep>> effective,
            LocalDate today) {
        var facts = new HashMap<String, String>();
        facts.put("caseNumber", row.caseNumber());
        facts.put("applicants", row.applicants().stream().map(Party::name).collect(Collectors.joining("、")));
        facts.put("respondent", row.respondentName());
        facts.put("receivedOn", day(row.receivedOn()));
        facts.put("acceptedOn", day(row.acceptedOn()));
        facts.put("decideDueOn", day(row.decideDueOn()));
        facts.put("claims", row.claims());
        facts.put("on", day(today));
        facts.put("issuedOn", day(today));
        facts.put("authority", authority(row.regionCode()));
        if (row.actDocumentNumber() != null) facts.put("act", "（" + row.actDocumentNumber() + "）");
        facts.put("correctBy", ReconsiderationBasis.correctBy(row.lawVersion()));
        facts.put("absence", ReconsiderationBasis.absence(row.lawVersion()));
        facts.put("basis", basis(kind, row, null));
        facts.put("replyDays", replyDays(row));
        if (row.procedure() != null) facts.put("procedure", row.procedure().zh());
        if (row.outcome() != null) facts.put("outcome", row.outcome().zh());
        if (SPEAKS_OF.containsKey(kind)) facts.putAll(of(kind, row, last(kind, effective)));
        return facts;
    }

    private static String basis(DocumentKind kind, ReconsiderationRow row, Integer item) {
        return ReconsiderationBasis.of(kind, row.lawVersion(), row.procedure(), row.outcome(), item);
    }

    private static String authority(String region) {
        return Regions.find(region).map(found -> found.name() + "人民政府").orElse(null);
    }

    private static ReconsiderationStep last(DocumentKind kind, List<RecordedStep<ReconsiderationStep>> effective) {
        return effective.stream()
                .map(RecordedStep::body)
                .filter(step -> step.type() == SPEAKS_OF.get(kind))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new ProblemException(DocumentProblem.FACT_MISSING, kind.zh()));
    }

    private static Map<String, String> of(DocumentKind kind, ReconsiderationRow row, ReconsiderationStep step) {
        var facts = new HashMap<String, String>();
        facts.put("on", day(step.on()));
        facts.put("reason", step.reason());
        if (step.days() != null) facts.put("days", step.days().toString());
        facts.put("basis", basis(kind, row, step.numberedGround()));
        facts.put("ground", ReconsiderationBasis.terminated(step.numberedGround()));
        if (step.items() != null) {
            var lines = new StringBuilder();
            for (var i = 0; i < step.items().size(); i++) {
                lines.append(i == 0 ? "" : "\n")
                        .append(i + 1)
                        .append(". ")
                        .append(step.items().get(i));
            }
            facts.put("items", lines.toString());
        }
        return facts;
    }

    private static String replyDays(ReconsiderationRow row) {
        var reply =
                ReconsiderationTerms.of(row.lawVersion(), row.procedure()).reply.term();
        return reply.length() + (row.lawVersion() == LawVersion.XZFY_2023 ? "个工作日" : "日");
    }

    private static String day(LocalDate day) {
        return day == null ? null : CHINESE.format(day);
    }
}
