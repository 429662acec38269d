package cn.disputes.cases.casefile;

import cn.disputes.contract.security.RegionScope;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What a kind of case offers to bulk loading: its columns, and the loading of a chunk of rows. */
public interface CaseImport {
    /** A column of the file; the header row may use either name. */
    record Column(String name, String zh) {}

    /** On whose behalf rows are loaded. */
    record Author(String subject, RegionScope scope) {}

    /** The {@code kind} of {@code /v1/imports} and {@code /v1/exports}. */
    String kind();

    List<Column> columns();

    /** Loads the rows that are good; an outcome for each, in order. Nothing of a rejected row is written. */
    List<ImportOutcome> load(Handle h, List<Cells> rows, Author author);
}
