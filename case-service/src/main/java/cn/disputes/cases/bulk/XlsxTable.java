package cn.disputes.cases.bulk;

import cn.disputes.cases.casefile.CaseImport.Column;
import cn.disputes.contract.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * .xlsx: the first sheet, and further ones with the same header, for a sheet ends at 1,048,576 rows. A container is read
 * from its end, so the file lies on the disk of whoever reads it for that while.
 */
final class XlsxTable implements TableFile {
    private static final Pattern DATE_STYLE = Pattern.compile("(?i).*[ymd].*");

    @Override
    public Look look(Source file, List<List<Column>> layouts) {
        onDisk(file, path -> {
            ZipGuard.check(path);
            read(path, layouts, row -> {
                throw new Seen();
            });
        });
        return new Look(null, null);
    }

    @Override
    public void read(Source file, String encoding, List<List<Column>> layouts, Rows rows) {
        try {
            onDisk(file, path -> read(path, layouts, rows));
        } catch (Stopped stopped) {
            throw stopped.cause;
        }
    }

    private interface Reading {
        void read(Path file) throws IOException;
    }

    private static void onDisk(Source file, Reading reading) {
        try {
            var path = Files.createTempFile("import-", ".xlsx");
            try (var content = file.open()) {
                Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
                reading.read(path);
            } catch (Seen enough) {
                // the header is known and the first row can be read
            } finally {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Path file, List<List<Column>> layouts, Rows rows) throws IOException {
        try (var workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false))) {
            List<String> first = null;
            for (var sheet : workbook.getSheets().toList()) first = read(sheet, first, layouts, rows);
            if (first == null) throw new ProblemException(FileProblem.FILE_EMPTY);
        } catch (ProblemException | Seen | Stopped itself) {
            throw itself;
        } catch (IOException | RuntimeException unreadable) {
            throw new ProblemException(FileProblem.FILE_UNREADABLE);
        }
    }

    /** Returns the header of the first sheet that has one. */
    private static List<String> read(Sheet sheet, List<String> first, List<List<Column>> layouts, Rows rows)
            throws IOException {
        try (var lines = sheet.openStream()) {
            var line = lines.iterator();
            if (!line.hasNext()) return first;
            var labels = texts(line.next());
            if (first != null && !labels.equals(first)) return first;
            var header = TableHeader.of(labels, layouts);
            line.forEachRemaining(row -> {
                var cells = header.cells(texts(row));
                if (cells != null) hand(rows, new TableFile.Line(row.getRowNum(), cells));
            });
            return labels;
        }
    }

    /** What goes wrong with a row once it is read is not the file's fault. */
    private static void hand(Rows rows, TableFile.Line row) {
        try {
            rows.row(row);
        } catch (ProblemException | Seen itself) {
            throw itself;
        } catch (RuntimeException e) {
            throw new Stopped(e);
        }
    }

    private static List<String> texts(Row row) {
        if (row.getCellCount() > TableHeader.MAX_COLUMNS) throw new ProblemException(FileProblem.TOO_MANY_COLUMNS);
        var texts = new ArrayList<String>(row.getCellCount());
        for (var i = 0; i < row.getCellCount(); i++)
            texts.add(row.getOptionalCell(i).map(XlsxTable::text).orElse(""));
        return texts;
    }

    /** A date cell is a number with a style; everything else is shown as it stands. */
    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER
                && cell.getDataFormatString() != null
                && DATE_STYLE.matcher(cell.getDataFormatString()).matches()) {
            return cell.asDate().toLocalDate().toString();
        }
        return cell.getText();
    }

    private static final class Seen extends RuntimeException {
        Seen() {
            super(null, null, false, false);
        }
    }

    /** Carries what stopped the loading out of the reader. */
    private static final class Stopped extends RuntimeException {
        private final transient RuntimeException cause;

        Stopped(RuntimeException cause) {
            super(null, null, false, false);
            this.cause = cause;
        }
    }
}
