package cn.disputes.conventions.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a table row by row as it comes, in memory that does not grow with it. */
public abstract class TableWriter implements AutoCloseable {
    /** Null is an empty cell; numbers stay numbers where the format knows them; text cannot start a formula. */
    public abstract void row(List<?> cells) throws IOException;

    @Override
    public abstract void close() throws IOException;

    public static TableWriter open(TableFormat format, String name, OutputStream out) {
        return format == TableFormat.XLSX ? new Xlsx(name, out) : new Csv(out);
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
        public void close() throws IOException {
            csv.close();
        }
    }

    private static final class Xlsx extends TableWriter {
        /** Rows held before they are written out. */
        private static final int FLUSH_EVERY = 1000;

        private final Workbook workbook;
        private final Worksheet sheet;
        private int line;

        Xlsx(String name, OutputStream out) {
            workbook = new Workbook(out, "disputes", "1.0");
            sheet = workbook.newWorksheet(name);
        }

        @Override
        public void row(List<?> cells) throws IOException {
            for (var column = 0; column < cells.size(); column++) {
                var cell = cells.get(column);
                if (cell instanceof Number number) sheet.value(line, column, number);
                // inline, because the table of shared strings would be held until the end
                else if (cell != null) sheet.inlineString(line, column, SafeCell.guard(cell.toString()));
            }
            if (++line % FLUSH_EVERY == 0) sheet.flush();
        }

        @Override
        public void close() throws IOException {
            workbook.close();
        }
    }
}
