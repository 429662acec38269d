package cn.disputes.cases.litigation;

import cn.disputes.cases.agency.Agency;
import cn.disputes.cases.agency.AgencyStore;
import cn.disputes.cases.casefile.Amendment;
import cn.disputes.cases.casefile.CaseImport;
import cn.disputes.cases.casefile.CaseNumbers;
import cn.disputes.cases.casefile.Cells;
import cn.disputes.cases.casefile.ImportOutcome;
import cn.disputes.cases.casefile.RecordedStep;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.conventions.Ids;
import cn.disputes.conventions.feed.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Loads suits from files: the history columns become real steps. */
@ApplicationScoped
class LitigationImport implements CaseImport {
    private final LitigationStore store;
    private final LitigationRegister register;
    private final AgencyStore agencies;
    private final Outbox outbox;
    private final Clock clock;

    LitigationImport(
            LitigationStore store, LitigationRegister register, AgencyStore agencies, Outbox outbox, Clock clock) {
        this.store = store;
        this.register = register;
        this.agencies = agencies;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "litigations";
    }

    @Override
    public List<Column> columns() {
        return LitigationHistory.COLUMNS;
    }

    @Override
    public List<ImportOutcome> load(Handle h, List<Cells> rows, Author author) {
        var outcomes = new ArrayList<ImportOutcome>();
        var histories = new ArrayList<LitigationHistory>();
        for (var cells : rows) histories.add(read(cells, author, outcomes));
        var good = histories.stream().filter(Objects::nonNull).toList();
        var numbers = good.stream().map(LitigationHistory::caseNumber).toList();
        CaseNumbers.claim(h, numbers);
        var present = store.lockByNumber(h, numbers);
        agencies.addFromImport(
                h,
                good.stream()
                        .map(LitigationHistory::defendant)
                        .collect(Collectors.toMap(Agency::code, a -> a, (a, b) -> a))
                        .values());
        var names = agencies.findAll(
                h, good.stream().map(g -> g.defendant().code()).distinct().toList());
        var steps = new IdentityHashMap<LitigationRow, List<RecordedStep<LitigationStep>>>();
        var changed = new ArrayList<LitigationRow>();
        for (var i = 0; i < rows.size(); i++) {
            if (histories.get(i) == null) continue;
            outcomes.set(i, merge(h, histories.get(i), present, names, author, changed, steps));
        }
        store.saveAll(h, changed);
        changed.forEach(row -> store.steps.append(h, row.id(), steps.get(row)));
        outbox.append(h, changed.stream().map(LitigationRow::event).toList());
        return outcomes;
    }

    private LitigationHistory read(Cells cells, Author author, List<ImportOutcome> outcomes) {
        try {
            var history = LitigationHistory.read(cells, author.scope(), LocalDate.now(clock));
            outcomes.add(null);
            return history;
        } catch (ProblemException refused) {
            outcomes.add(ImportOutcome.rejected(refused));
            return null;
        }
    }

    private ImportOutcome merge(
            Handle h,
            LitigationHistory wanted,
            Map<String, LitigationRow> present,
            Map<String, Agency> names,
            Author author,
            List<LitigationRow> changed,
            Map<LitigationRow, List<RecordedStep<LitigationStep>>> steps) {
        var row = present.get(wanted.caseNumber());
        if (row != null && wanted.hash().equals(row.importHash()))
            return ImportOutcome.of(ImportOutcome.Result.UNCHANGED);
        try {
            if (row != null && !author.scope().covers(row.regionCode())) {
                throw ProblemException.invalid(
                        "caseNumber", "该案号已由其他区域登记", "Another region has registered this number");
            }
            if (row != null && row.handling().recused().contains(author.subject())) {
                throw ProblemException.invalid("caseNumber", "您应当回避该案", "You are recused from this case");
            }
            var history = row == null
                    ? new ArrayList<RecordedStep<LitigationStep>>()
                    : new ArrayList<>(store.steps.read(h, row.id()));
            var before = history.size();
            for (var body : Amendment.of(List.copyOf(history), wanted.steps(), LitigationImport::rectify)) {
                history.add(new RecordedStep<>(history.size() + 1, body, clock.instant(), author.subject()));
            }
            var base = wanted.row(
                    row == null ? Ids.next() : row.id(),
                    names.get(wanted.defendant().code()).name(),
                    clock.instant());
            var folded = register.fold(h, base, history, row == null ? 1 : row.version() + 1, wanted.hash());
            changed.add(folded);
            steps.put(folded, history.subList(before, history.size()));
            present.put(wanted.caseNumber(), folded);
            return ImportOutcome.of(row == null ? ImportOutcome.Result.CREATED : ImportOutcome.Result.UPDATED);
        } catch (ProblemException refused) {
            return ImportOutcome.rejected(refused);
        }
    }

    private static LitigationStep rectify(int sequence, LitigationStep right) {
        return LitigationStep.with(LitigationStepType.RECTIFIED, right.on())
                .reason("批量导入更正")
                .step(sequence)
                .replacement(right)
                .build();
    }
}
