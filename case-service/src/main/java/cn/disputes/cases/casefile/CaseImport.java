package cn.disputes.cases.casefile;

import cn.disputes.contract.security.RegionScope;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What a kind of case offers to bulk loading: its columns, and the loading of a chunk of rows. */
public interface CaseImport {
    /** A column of the file; the header row may use either name. */
    record Column(String name, String zh) {}

    /**
     * On whose behalf rows are loaded.
     *
     * @param address where the file came from
     */
    record Author(String subject, String address, RegionScope scope) {}

    /** What became of a chunk: an outcome for each row, in order, and the cases created or changed by region. */
    record Loaded(List<ImportOutcome> outcomes, Map<String, List<UUID>> touched) {}

    /** Rows that were read and, as far as can be, made ready for the database. */
    interface Chunk {
        /** Loads the good rows within a transaction; may be called again after a rollback. Nothing of a bad row stays. */
        Loaded load(Handle h);
    }

    /** The {@code kind} of {@code /v1/imports} and {@code /v1/exports}. */
    String kind();

    List<Column> columns();

    /** The headers a file may have; a file keeps to one of them. */
    default List<List<Column>> layouts() {
        return List.of(columns());
    }

    /**
     * Reads rows while another chunk is being written; takes no locks.
     *
     * @param newExpected whether the rows most likely are new cases, so that it pays to fold them in advance
     */
    Chunk prepare(Handle h, List<Cells> rows, Author author, boolean newExpected);
}
