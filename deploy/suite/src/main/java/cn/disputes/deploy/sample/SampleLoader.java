package cn.disputes.deploy.sample;

import cn.disputes.deploy.sample.Leaders.Entry;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Loads the synthetic year through the public APIs. May be killed and run again at any point: imports know their case numbers, alerts
 * their source ids, rounds their month, actions the state they lead to.
 */
public final class SampleLoader {
    private final Api cases;
    private final Api alerts;
    private final Imports imports;
    private final PrintStream progress;

    /** @param tokenFor a token of the city for a role; {@code leader:ID} is the leader with that id */
    public SampleLoader(
            URI caseService,
            URI alertService,
            URI statsService,
            Function<String, String> tokenFor,
            PrintStream progress) {
        cases = new Api(caseService, tokenFor);
        alerts = new Api(alertService, tokenFor);
        imports = new Imports(cases);
        this.progress = progress;
    }

    /** Whether there is neither a case nor an alert. */
    public boolean storeIsEmpty() {
        return cases.empty("case-officer", "/v1/reconsiderations")
                && cases.empty("case-officer", "/v1/litigations")
                && alerts.empty("coordinator", "/v1/risk-cases");
    }

    public void load() {
        var sample = Sample.of2022();
        agencies();
        imported("复议案件 / reconsiderations", "reconsiderations", sample.reconsiderationsCsv());
        imported("监督文书 / supervision documents", "supervision-documents", sample.documentsCsv());
        leaders();
        var year = new RiskMonths(alerts, imports, sample.risks(), progress);
        if (year.untouched()) imported("诉讼案件 / litigations", "litigations", sample.suitsBeforeAlertsCsv());
        year.play();
        imported("诉讼案件（年末） / litigations at year end", "litigations", sample.suitsCsv());
        year.awaitEnds();
    }

    private void agencies() {
        Agencies.all().parallelStream()
                .forEach(agency -> put(cases, "admin", "/v1/agencies/" + agency.code(), body(agency)));
        progress.println("  行政机关 / agencies " + Agencies.all().size());
    }

    private static Map<String, Object> body(Agency agency) {
        return Map.of(
                "name", agency.name(),
                "regionCode", agency.regionCode(),
                "level", agency.level(),
                "domain", agency.domain(),
                "kind", agency.kind());
    }

    private void leaders() {
        var all = Leaders.everywhere();
        putAll("/v1/leaders/", all.leaders());
        putAll("/v1/duties/", all.duties());
        progress.printf(
                "  包案领导与分工 / leaders and duties %d + %d%n",
                all.leaders().size(), all.duties().size());
    }

    private void putAll(String path, List<Entry> entries) {
        entries.parallelStream().forEach(entry -> put(alerts, "coordinator", path + entry.id(), entry.body()));
    }

    /** One that is there already asks for If-Match: it was put before the break. */
    private static void put(Api service, String role, String path, Map<String, Object> body) {
        service.put(role, path, body).require(200, 201, 204, 428);
    }

    private void imported(String label, String kind, String csv) {
        var begun = System.nanoTime();
        JsonNode result = imports.load(kind, csv);
        progress.printf(
                "  %s %d（新增 %d，更新 %d，未变 %d），%.1f s%n",
                label,
                result.path("total").asInt(),
                result.path("created").asInt(),
                result.path("updated").asInt(),
                result.path("unchanged").asInt(),
                (System.nanoTime() - begun) / 1e9);
    }
}
