package cn.disputes.conventions.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a table row by row as it comes, in memory that does not grow with it. It holds nothing that must be given back and
 * is deliberately no {@link AutoCloseable}: a table that broke off half-way must not end as if it were whole.
 */
public abstract class TableWriter {
    /** Null is an empty cell; numbers stay numbers where the format knows them; text cannot start a formula. */
    public abstract void row(List<?> cells) throws IOException;

    /** After the last row; ends the stream too. Without it the receiver sees that the file is not whole. */
    public abstract void finish() throws IOException;

    /** What a sheet of a workbook holds; further rows go to another sheet with the same header. */
    private static final int ROWS_OF_A_SHEET = 1_048_576;

    public static TableWriter open(TableFormat format, String name, OutputStream out) {
        return format == TableFormat.XLSX ? workbook(name, out, ROWS_OF_A_SHEET) : new Csv(out);
    }

    /** @param rowsOfASheet header included */
    public static TableWriter workbook(String name, OutputStream out, int rowsOfASheet) {
        return new Xlsx(name, out, rowsOfASheet);
    }

    private static final class Csv extends TableWriter {
        private final CsvWriter csv;

        Csv(OutputStream out) {
            csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        }

        @Override
        public void row(List<?> cells) {
            csv.writeRecord(cells.stream().map(Csv::text).toList());
        }

        private static String text(Object cell) {
            if (cell == null) return "";
            return cell instanceof Number ? cell.toString() : SafeCell.guard(cell.toString());
        }

        @Override
        public void finish() throws IOException {
            csv.close();
        }
    }

    private static final class Xlsx extends TableWriter {
        /** Rows held before they are written out. */
        private static final int FLUSH_EVERY = 1000;

        private final Workbook workbook;
        private final String name;
        private final int rowsOfASheet;
        private Worksheet sheet;
        private List<?> header;
        private int sheets;
        private int line;

        Xlsx(String name, OutputStream out, int rowsOfASheet) {
            this.workbook = new Workbook(out, "disputes", "1.0");
            this.name = name;
            this.rowsOfASheet = rowsOfASheet;
            nextSheet();
        }

        @Override
        public void row(List<?> cells) throws IOException {
            if (header == null) header = List.copyOf(cells);
            if (line == rowsOfASheet) {
                sheet.finish();
                nextSheet();
                write(header);
            }
            write(cells);
        }

        private void nextSheet() {
            sheet = workbook.newWorksheet(++sheets == 1 ? name : name + "-" + sheets);
            line = 0;
        }

        private void write(List<?> cells) throws IOException {
            for (var column = 0; column < cells.size(); column++) {
                var cell = cells.get(column);
                if (cell instanceof Number number) sheet.value(line, column, number);
                // inline, because the table of shared strings would be held until the end
                else if (cell != null) sheet.inlineString(line, column, SafeCell.guard(cell.toString()));
            }
            if (++line % FLUSH_EVERY == 0) sheet.flush();
        }

        @Override
        public void finish() throws IOException {
            workbook.close();
        }
    }
}
