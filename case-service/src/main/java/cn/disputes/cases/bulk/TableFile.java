package cn.disputes.cases.bulk;

import cn.disputes.cases.casefile.CaseImport.Column;
import cn.disputes.cases.casefile.Cells;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A table read row by row, in memory that does not grow with it. */
interface TableFile {
    String CSV = "text/csv";
    String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** A data row; {@code line} as a spreadsheet shows it, the header being 1. */
    record Line(int number, Cells cells) {}

    /** Takes one row after the other. */
    interface Rows {
        void row(Line line);
    }

    /** Opens the file from its beginning, as often as it is asked to. */
    interface Source {
        InputStream open() throws IOException;
    }

    /**
     * What a first look at a file shows.
     *
     * @param encoding of text; null for a workbook
     * @param rows null where counting would take as long as loading
     */
    record Look(String encoding, Integer rows) {}

    /** Refuses a file that cannot be read. */
    Look look(Source file, List<List<Column>> layouts);

    void read(Source file, String encoding, List<List<Column>> layouts, Rows rows);

    static TableFile of(String mediaType) {
        return mediaType.equals(XLSX) ? new XlsxTable() : new CsvTable();
    }
}
