package cn.disputes.cases.intake;

import static cn.disputes.cases.casefile.ImportOutcome.Result.CREATED;
import static cn.disputes.cases.casefile.ImportOutcome.Result.UNCHANGED;
import static cn.disputes.cases.casefile.ImportOutcome.Result.UPDATED;

import cn.disputes.cases.casefile.Amendment;
import cn.disputes.cases.casefile.CaseImport.Author;
import cn.disputes.cases.casefile.CaseImport.Chunk;
import cn.disputes.cases.casefile.CaseImport.Loaded;
import cn.disputes.cases.casefile.CaseNumbers;
import cn.disputes.cases.casefile.ImportOutcome;
import cn.disputes.cases.casefile.RecordedStep;
import cn.disputes.cases.casefile.StepBody;
import cn.disputes.cases.casefile.StepLog;
import cn.disputes.contract.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Rows of a file on their way into a register. */
final class RegisterChunk<W extends Wanted<B>, R, B extends StepBody<B>> implements Chunk {
    private final RegisterImport<W, R, B> register;
    private final List<RegisterImport<W, R, B>.Item> items;
    private final Author author;

    RegisterChunk(RegisterImport<W, R, B> register, List<RegisterImport<W, R, B>.Item> items, Author author) {
        this.register = register;
        this.items = items;
        this.author = author;
    }

    @Override
    public Loaded load(Handle h) {
        var outcomes = new ImportOutcome[items.size()];
        var touched = new HashMap<String, List<UUID>>();
        for (var i = 0; i < outcomes.length; i++)
            if (items.get(i).wanted == null) outcomes[i] = ImportOutcome.rejected(items.get(i).refused);
        var numbers = items.stream()
                .filter(item -> item.wanted != null)
                .map(item -> item.wanted.number())
                .distinct()
                .toList();
        if (!numbers.isEmpty()) CaseNumbers.claim(h, numbers);
        for (var round = register.firstOfEach(items, outcomes); !round.isEmpty(); ) {
            load(h, round, outcomes, touched);
            round = register.firstOfEach(items, outcomes);
        }
        return new Loaded(Arrays.asList(outcomes), touched);
    }

    private void load(Handle h, Map<String, Integer> round, ImportOutcome[] outcomes, Map<String, List<UUID>> touched) {
        var present = Present.lock(h, register, round.keySet());
        var opened = new ArrayList<Opened>();
        var differing = new LinkedHashMap<Integer, Present>();
        round.forEach((number, i) -> {
            var item = items.get(i);
            var known = present.get(number);
            if (known == null) outcomes[i] = open(h, item, opened);
            else if (item.wanted.hash().equals(known.hash())) outcomes[i] = ImportOutcome.of(UNCHANGED);
            else differing.put(i, known);
        });
        insert(h, opened);
        opened.forEach(o -> touch(touched, o.region(), o.id()));
        if (!differing.isEmpty()) amend(h, differing, outcomes, touched);
    }

    private ImportOutcome open(Handle h, RegisterImport<W, R, B>.Item item, List<Opened> opened) {
        register.open(h, item, author);
        if (item.opened == null) return ImportOutcome.rejected(item.refused);
        opened.add(item.opened);
        return ImportOutcome.of(CREATED);
    }

    private void insert(Handle h, List<Opened> opened) {
        register.opening(h, opened.stream().map(Opened::number).toList());
        Copy.into(
                h,
                register.table(),
                register.copied(),
                opened.stream().map(Opened::row).iterator());
        Copy.into(
                h,
                register.steps().table(),
                RegisterImport.STEP_COLUMNS,
                opened.stream().map(Opened::steps).iterator());
        Copy.into(
                h,
                "outbox",
                RegisterImport.OUTBOX_COLUMNS,
                opened.stream().map(Opened::announcement).iterator());
    }

    private void amend(
            Handle h, Map<Integer, Present> differing, ImportOutcome[] outcomes, Map<String, List<UUID>> touched) {
        var ids = differing.values().stream().map(Present::id).toList();
        var rows = register.find(h, ids);
        var histories = register.steps().readAll(h, ids);
        var changed = new ArrayList<R>();
        differing.forEach((i, known) -> {
            try {
                var row = amended(h, items.get(i), known, rows.get(known.id()), histories.get(known.id()));
                if (row != null) changed.add(row);
                outcomes[i] = ImportOutcome.of(row == null ? UNCHANGED : UPDATED);
            } catch (ProblemException refused) {
                outcomes[i] = ImportOutcome.rejected(refused);
            }
        });
        register.update(h, changed);
        var events = changed.stream().map(register::event).toList();
        register.intake.outbox.append(h, events);
        events.forEach(event -> touch(touched, event.regionCode(), event.id()));
    }

    /** Null when the register knows all of it, or knows better. */
    private R amended(Handle h, RegisterImport<W, R, B>.Item item, Present known, R row, StepLog.Kept<B> kept) {
        if (!author.scope().covers(known.region()))
            throw ProblemException.invalid("caseNumber", "该案号已由其他区域登记", "Another region has registered this number");
        if (known.recused().contains(author.subject()))
            throw ProblemException.invalid("caseNumber", "您应当回避该案", "You are recused from this case");
        var wanted = item.wanted;
        var history = new ArrayList<>(kept.steps());
        var before = history.size();
        var told = register.told(wanted, row, kept.steps());
        for (var body : Amendment.of(kept.steps(), kept.imported(), told, register::rectify, wanted::yields))
            history.add(
                    new RecordedStep<>(history.size() + 1, body, register.intake.clock.instant(), author.subject()));
        // who registered it knew more of it than a file does
        var byHand = !kept.imported().contains(1);
        if (byHand) register.mayAmend(h, kept.steps(), history);
        var base = byHand ? row : register.merged(row, wanted, item.agencyName);
        if (history.size() == before && base.equals(row)) return null;
        var folded = register.fold(h, base, history, known.version() + 1, wanted.hash());
        register.steps().appendImported(h, known.id(), history.subList(before, history.size()));
        return Objects.requireNonNull(folded);
    }

    private static void touch(Map<String, List<UUID>> touched, String region, UUID id) {
        touched.computeIfAbsent(region, r -> new ArrayList<>()).add(id);
    }
}
