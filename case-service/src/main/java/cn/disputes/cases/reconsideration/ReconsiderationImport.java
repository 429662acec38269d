package cn.disputes.cases.reconsideration;

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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Loads reconsiderations from files: the history columns become real steps. */
@ApplicationScoped
class ReconsiderationImport implements CaseImport {
    private final ReconsiderationStore store;
    private final ReconsiderationRegister register;
    private final AgencyStore agencies;
    private final Outbox outbox;
    private final Clock clock;

    ReconsiderationImport(
            ReconsiderationStore store,
            ReconsiderationRegister register,
            AgencyStore agencies,
            Outbox outbox,
            Clock clock) {
        this.store = store;
        this.register = register;
        this.agencies = agencies;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "reconsiderations";
    }

    @Override
    public List<Column> columns() {
        return ReconsiderationHistory.COLUMNS;
    }

    @Override
    public List<ImportOutcome> load(Handle h, List<Cells> rows, Author author) {
        var outcomes = new ArrayList<ImportOutcome>();
        var histories = new ArrayList<ReconsiderationHistory>();
        for (var cells : rows) histories.add(read(cells, author, outcomes));
        var good = histories.stream().filter(Objects::nonNull).toList();
        var numbers = good.stream().map(ReconsiderationHistory::caseNumber).toList();
        CaseNumbers.claim(h, numbers);
        var present = store.lockByNumber(h, numbers);
        agencies.addFromImport(
                h,
                good.stream()
                        .map(ReconsiderationHistory::respondent)
                        .collect(Collectors.toMap(Agency::code, a -> a, (a, b) -> a))
                        .values());
        var names = agencies.findAll(
                h, good.stream().map(g -> g.respondent().code()).distinct().toList());
        var changes = new Changes();
        for (var i = 0; i < rows.size(); i++) {
            var history = histories.get(i);
            if (history != null) outcomes.set(i, merge(h, history, present, names, author, changes));
        }
        store.insertAll(h, changes.opened);
        CaseNumbers.skip(
                h, changes.opened.stream().map(ReconsiderationRow::caseNumber).toList());
        store.updateAll(h, changes.updated);
        changes.steps.forEach((row, steps) -> store.steps.append(h, row.id(), steps));
        outbox.append(h, changes.rows().stream().map(ReconsiderationRow::event).toList());
        return outcomes;
    }

    private ReconsiderationHistory read(Cells cells, Author author, List<ImportOutcome> outcomes) {
        try {
            var history = ReconsiderationHistory.read(cells, author.scope(), LocalDate.now(clock));
            outcomes.add(null);
            return history;
        } catch (ProblemException refused) {
            outcomes.add(ImportOutcome.rejected(refused));
            return null;
        }
    }

    private static final class Changes {
        final List<ReconsiderationRow> opened = new ArrayList<>();
        final List<ReconsiderationRow> updated = new ArrayList<>();
        final Map<ReconsiderationRow, List<RecordedStep<ReconsiderationStep>>> steps =
                new java.util.IdentityHashMap<>();

        List<ReconsiderationRow> rows() {
            var all = new ArrayList<>(opened);
            all.addAll(updated);
            return all;
        }
    }

    private ImportOutcome merge(
            Handle h,
            ReconsiderationHistory wanted,
            Map<String, ReconsiderationRow> present,
            Map<String, Agency> names,
            Author author,
            Changes changes) {
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
                    ? new ArrayList<RecordedStep<ReconsiderationStep>>()
                    : new ArrayList<>(store.steps.read(h, row.id()));
            var before = history.size();
            for (var body : Amendment.of(List.copyOf(history), wanted.steps(), ReconsiderationImport::rectify)) {
                history.add(new RecordedStep<>(history.size() + 1, body, clock.instant(), author.subject()));
            }
            var name = names.get(wanted.respondent().code()).name();
            var base = wanted.row(row == null ? Ids.next() : row.id(), name, clock.instant());
            var folded = register.fold(h, base, history, row == null ? 1 : row.version() + 1, wanted.hash());
            (row == null ? changes.opened : changes.updated).add(folded);
            changes.steps.put(folded, history.subList(before, history.size()));
            present.put(wanted.caseNumber(), folded);
            return ImportOutcome.of(row == null ? ImportOutcome.Result.CREATED : ImportOutcome.Result.UPDATED);
        } catch (ProblemException refused) {
            return ImportOutcome.rejected(refused);
        }
    }

    private static ReconsiderationStep rectify(int sequence, ReconsiderationStep right) {
        return ReconsiderationStep.with(ReconsiderationStepType.RECTIFIED, right.on())
                .reason("批量导入更正")
                .rectifies(sequence, right)
                .build();
    }
}
