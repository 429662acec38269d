package cn.disputes.cases.bulk;

import cn.disputes.cases.casefile.ImportOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What was wrong with the rows of a load that were not loaded. */
@ApplicationScoped
class ImportFaults {
    /** One field of one row, the message in both languages. */
    record Fault(int line, String field, String code, String zh, String en) {}

    void add(Handle h, UUID id, int[] lines, List<ImportOutcome> outcomes) {
        if (outcomes.stream().allMatch(outcome -> outcome.refusal() == null)) return;
        var batch = h.prepareBatch(
                "INSERT INTO import_error (job_id, line, position, field, code, zh, en) VALUES (?, ?, ?, ?, ?, ?, ?)"
                        // two sheets of a workbook may have a fault in the same line
                        + " ON CONFLICT DO NOTHING");
        for (var i = 0; i < lines.length; i++) {
            var refusal = outcomes.get(i).refusal();
            if (refusal == null) continue;
            var faults = refusal.faults();
            if (faults.isEmpty()) {
                var zh = refusal.toProblem(false).title();
                batch.add(
                        id,
                        lines[i],
                        0,
                        null,
                        refusal.code().code(),
                        zh,
                        refusal.toProblem(true).title());
            }
            for (var f = 0; f < faults.size(); f++) {
                var fault = faults.get(f);
                batch.add(id, lines[i], f, fault.field(), refusal.code().code(), fault.zh(), fault.en());
            }
        }
        batch.execute();
    }

    List<Fault> of(Handle h, UUID id, int most) {
        return h.createQuery(
                        "SELECT line, field, code, zh, en FROM import_error WHERE job_id = :id ORDER BY line, position"
                                + " LIMIT :most")
                .bind("id", id)
                .bind("most", most)
                .map((row, ctx) -> new Fault(
                        row.getInt("line"),
                        row.getString("field"),
                        row.getString("code"),
                        row.getString("zh"),
                        row.getString("en")))
                .list();
    }
}
