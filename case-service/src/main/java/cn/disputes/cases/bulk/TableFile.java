package cn.disputes.cases.bulk;

import cn.disputes.cases.casefile.CaseImport.Column;
import cn.disputes.cases.casefile.Cells;
import cn.disputes.contract.problem.ProblemException;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** Reads a table from CSV or .xlsx row by row; line 1 is the header, as a spreadsheet counts. */
final class TableFile {
    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int MAX_COLUMNS = 200;
    private static final int MAX_CELL = 20_000;

    /** A data row; {@code line} as shown in a spreadsheet. */
    record Row(int line, Cells cells) {}

    private final List<Column> columns;

    TableFile(List<Column> columns) {
        this.columns = columns;
    }

    void read(byte[] file, String mediaType, Consumer<Row> rows) {
        try {
            if (mediaType.equals(XLSX)) readXlsx(file, rows);
            else readCsv(file, rows);
        } catch (ProblemException refused) {
            throw refused;
        } catch (IOException | RuntimeException unreadable) {
            throw new ProblemException(FileProblem.FILE_UNREADABLE);
        }
    }

    private void readCsv(byte[] file, Consumer<Row> rows) throws IOException {
        var reader = CsvReader.builder().skipEmptyLines(true).maxBufferSize(MAX_CELL * MAX_COLUMNS);
        try (var csv = reader.ofCsvRecord(Charsets.decode(file))) {
            var lines = csv.iterator();
            if (!lines.hasNext()) throw new ProblemException(FileProblem.FILE_EMPTY);
            var header = header(lines.next().getFields());
            lines.forEachRemaining(line -> emit(header, (int) line.getStartingLineNumber(), line.getFields(), rows));
        } catch (CsvParseException malformed) {
            throw new ProblemException(FileProblem.FILE_UNREADABLE);
        }
    }

    private void readXlsx(byte[] file, Consumer<Row> rows) throws IOException {
        ZipGuard.check(file);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                var sheet = workbook.getFirstSheet().openStream()) {
            Iterator<org.dhatim.fastexcel.reader.Row> lines = sheet.iterator();
            if (!lines.hasNext()) throw new ProblemException(FileProblem.FILE_EMPTY);
            var header = header(cells(lines.next()));
            lines.forEachRemaining(line -> emit(header, line.getRowNum(), cells(line), rows));
        }
    }

    private static List<String> cells(org.dhatim.fastexcel.reader.Row row) {
        if (row.getCellCount() > MAX_COLUMNS) throw new ProblemException(FileProblem.TOO_MANY_COLUMNS);
        var texts = new ArrayList<String>();
        for (var i = 0; i < row.getCellCount(); i++)
            texts.add(row.getOptionalCell(i).map(TableFile::text).orElse(""));
        return texts;
    }

    /** A date cell is a number with a style; everything else is shown as it stands. */
    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER
                && cell.getDataFormatString() != null
                && cell.getDataFormatString().matches("(?i).*[ymd].*")) {
            return cell.asDate().toLocalDate().toString();
        }
        return cell.getText();
    }

    private List<String> header(List<String> cells) {
        if (cells.size() > MAX_COLUMNS) throw new ProblemException(FileProblem.TOO_MANY_COLUMNS);
        var names = cells.stream().map(String::strip).map(this::column).collect(Collectors.toList());
        var seen = new HashSet<String>();
        for (var name : names) {
            if (!seen.add(name))
                throw new ProblemException(FileProblem.HEADER_TWICE, name).field(name, "重复的列", "Named twice");
        }
        return names;
    }

    private String column(String label) {
        for (var column : columns)
            if (column.name().equals(label) || column.zh().equals(label)) return column.name();
        var shown = label.length() > 40 ? label.substring(0, 40) : label;
        throw new ProblemException(FileProblem.HEADER_UNKNOWN, shown).field(shown, "没有这一列", "There is no such column");
    }

    private static void emit(List<String> header, int line, List<String> fields, Consumer<Row> rows) {
        if (fields.stream().allMatch(String::isBlank)) return;
        var values = new HashMap<String, String>();
        for (var i = 0; i < header.size() && i < fields.size(); i++) {
            if (!fields.get(i).isBlank())
                values.put(header.get(i), fields.get(i).strip());
        }
        rows.accept(new Row(line, new Cells(values)));
    }
}
