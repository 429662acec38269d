package cn.disputes.cases.intake;

import cn.disputes.cases.agency.Agency;
import cn.disputes.cases.casefile.CaseImport;
import cn.disputes.cases.casefile.Cells;
import cn.disputes.cases.casefile.ImportOutcome;
import cn.disputes.cases.casefile.RecordedStep;
import cn.disputes.cases.casefile.SealedText;
import cn.disputes.cases.casefile.StepBody;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.conventions.Ids;
import cn.disputes.conventions.feed.Outbox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Loads the rows of files into a register: what is new is opened, what differs is amended, what is known stays. */
public abstract class RegisterImport<W extends Wanted<B>, R, B extends StepBody<B>>
        implements CaseImport, Register<W, R, B> {
    static final String STEP_COLUMNS =
            "case_id, sequence, type, on_date, body, sealed_under, recorded_at, recorded_by, imported";
    static final String OUTBOX_COLUMNS = "id, aggregatetype, aggregateid, type, region_code, payload, recorded_at";

    final Intake intake;

    protected RegisterImport(Intake intake) {
        this.intake = intake;
    }

    /** A row of the chunk: read, refused, or read and folded as a new case. */
    final class Item {
        W wanted;
        String agencyName;
        Opened opened;
        ProblemException refused;
    }

    @Override
    public Chunk prepare(Handle h, List<Cells> rows, Author author, boolean newExpected) {
        var items = new ArrayList<Item>(rows.size());
        for (var cells : understood(h, rows, author)) items.add(read(cells, author));
        var names = intake.names(h, agencies(items));
        for (var item : items) {
            if (item.wanted == null) continue;
            item.agencyName = names.get(item.wanted.agency().code());
            if (newExpected) open(h, item, author);
        }
        return new RegisterChunk<>(this, items, author);
    }

    /** A row in our columns, or why it cannot be put so. */
    public record Understood(Cells cells, ProblemException refused) {}

    /** Where rows may come in another layout, they are put in ours here. */
    protected List<Understood> understood(Handle h, List<Cells> rows, Author author) {
        return rows.stream().map(cells -> new Understood(cells, null)).toList();
    }

    private Item read(Understood row, Author author) {
        var item = new Item();
        try {
            if (row.refused() != null) throw row.refused();
            item.wanted = read(row.cells(), author);
        } catch (ProblemException refused) {
            item.refused = refused;
        }
        return item;
    }

    private List<Agency> agencies(List<Item> items) {
        var agencies = new HashMap<String, Agency>();
        for (var item : items)
            if (item.wanted != null) agencies.putIfAbsent(item.wanted.agency().code(), item.wanted.agency());
        return List.copyOf(agencies.values());
    }

    /** Folds a row as a new case, once; what cannot be is refused. */
    void open(Handle h, Item item, Author author) {
        if (item.opened != null || item.refused != null) return;
        try {
            var id = Ids.next();
            var now = intake.clock.instant();
            var history = new ArrayList<RecordedStep<B>>();
            for (var step : item.wanted.steps())
                history.add(new RecordedStep<>(history.size() + 1, step, now, author.subject()));
            var row = fold(h, blank(id, item.wanted, item.agencyName), history, 1, item.wanted.hash());
            var steps = new CopyLine();
            for (var step : history) {
                steps.add(id)
                        .add(step.sequence())
                        .add(step.body().type())
                        .add(step.body().on());
                var text = SealedText.of(h.getConfig(), SealedText.ofCase(id), step.body());
                steps.add(text.json())
                        .add(text.under())
                        .add(now)
                        .add(author.subject())
                        .add("t")
                        .end();
            }
            var event = event(row);
            var announcement = new CopyLine()
                    .add(Ids.next())
                    .add(Outbox.aggregateType(event))
                    .add(id);
            announcement
                    .add(event.type().wireName())
                    .add(event.regionCode())
                    .add(Outbox.json(event))
                    .add(now)
                    .end();
            item.opened = new Opened(
                    id,
                    item.wanted.number(),
                    event.regionCode(),
                    line(h, row).end().bytes(),
                    steps.bytes(),
                    announcement.bytes());
        } catch (ProblemException refused) {
            item.refused = refused;
        }
    }

    /** The first row of each number still to be done, so that a number that stands twice is loaded twice in turn. */
    Map<String, Integer> firstOfEach(List<Item> items, ImportOutcome[] done) {
        var first = new HashMap<String, Integer>();
        for (var i = 0; i < done.length; i++)
            if (done[i] == null) first.putIfAbsent(items.get(i).wanted.number(), i);
        return first;
    }
}
