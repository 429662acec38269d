package cn.disputes.cases.intake;

import cn.disputes.cases.casefile.CaseImport.Author;
import cn.disputes.cases.casefile.Cells;
import cn.disputes.cases.casefile.RecordedStep;
import cn.disputes.cases.casefile.StepBody;
import cn.disputes.cases.casefile.StepLog;
import cn.disputes.contract.events.CaseEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What sets one register apart from another when files are loaded into it.
 *
 * @param <W> a row as read
 * @param <R> a row of the register
 * @param <B> a step
 */
public interface Register<W extends Wanted<B>, R, B extends StepBody<B>> {
    String kind();

    String table();

    /** Columns of {@link #line}. */
    String copied();

    default String numberColumn() {
        return "case_number";
    }

    /** Of the row: who must keep away from the case. */
    default String recused() {
        return "recused";
    }

    StepLog<B> steps();

    /** Refuses a row that cannot be read, naming the column. */
    W read(Cells cells, Author author);

    /** A case as the file has it. */
    R blank(UUID id, W wanted, String agencyName);

    /** A case that a file opened, as a file has it now. */
    default R merged(R present, W wanted, String agencyName) {
        return blank(event(present).id(), wanted, agencyName);
    }

    /** What the steps leave of it; refuses a history that is not possible. */
    R fold(Handle h, R row, List<RecordedStep<B>> history, long version, String hash);

    Map<UUID, R> find(Handle h, Collection<UUID> ids);

    /** A new row for COPY. */
    CopyLine line(Handle h, R row);

    void update(Handle h, List<R> rows);

    /** The steps a file tells of a case that is there, but for what its row says already without a step. */
    default List<B> told(W wanted, R row, List<RecordedStep<B>> recorded) {
        return wanted.steps();
    }

    /** Refuses what a file would add to a case that a person registered, where a person could not add it alone. */
    default void mayAmend(Handle h, List<RecordedStep<B>> before, List<RecordedStep<B>> after) {}

    CaseEvent event(R row);

    B rectify(int sequence, B right);

    /** Before cases of these numbers are written, in the same transaction. */
    default void opening(Handle h, Collection<String> numbers) {}
}
