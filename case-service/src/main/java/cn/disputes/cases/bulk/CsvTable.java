package cn.disputes.cases.bulk;

import cn.disputes.cases.casefile.CaseImport.Column;
import cn.disputes.contract.problem.ProblemException;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** CSV in UTF-8 or in GBK, the encoding of most spreadsheets here: what is valid UTF-8 is UTF-8, all else GB18030. */
final class CsvTable implements TableFile {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int LONGEST_ROW = 4_000_000;

    @Override
    public Look look(Source file, List<List<Column>> layouts) {
        try {
            return new Look(StandardCharsets.UTF_8.name(), count(file, StandardCharsets.UTF_8, layouts));
        } catch (NotThisEncoding notUtf8) {
            return new Look(GB18030.name(), count(file, GB18030, layouts));
        } catch (ProblemException refused) {
            return new Look(GB18030.name(), countOr(refused, file, layouts));
        }
    }

    /** A header in GBK may by chance be valid UTF-8. */
    private int countOr(ProblemException refused, Source file, List<List<Column>> layouts) {
        try {
            return count(file, GB18030, layouts);
        } catch (ProblemException neither) {
            throw refused;
        }
    }

    private int count(Source file, Charset encoding, List<List<Column>> layouts) {
        var rows = new int[1];
        read(file, encoding.name(), layouts, row -> rows[0]++);
        return rows[0];
    }

    @Override
    public void read(Source file, String encoding, List<List<Column>> layouts, Rows rows) {
        var reader = CsvReader.builder().skipEmptyLines(true).maxBufferSize(LONGEST_ROW);
        try (var csv = reader.ofCsvRecord(decoded(file, Charset.forName(encoding)))) {
            var lines = csv.iterator();
            if (!lines.hasNext()) throw new ProblemException(FileProblem.FILE_EMPTY);
            var header = TableHeader.of(lines.next().getFields(), layouts);
            lines.forEachRemaining(line -> {
                var cells = header.cells(line.getFields());
                if (cells != null) rows.row(new Line((int) line.getStartingLineNumber(), cells));
            });
        } catch (CharacterCodingException e) {
            throw new NotThisEncoding();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) throw new NotThisEncoding();
            throw e;
        } catch (CsvParseException malformed) {
            if (malformed.getCause() instanceof CharacterCodingException) throw new NotThisEncoding();
            throw new ProblemException(FileProblem.FILE_UNREADABLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader decoded(Source file, Charset encoding) throws IOException {
        var utf8 = encoding.equals(StandardCharsets.UTF_8);
        var decoder = encoding.newDecoder()
                .onMalformedInput(utf8 ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE)
                .onUnmappableCharacter(utf8 ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE);
        var reader = new InputStreamReader(file.open(), decoder);
        return utf8 ? withoutMark(reader) : reader;
    }

    private static Reader withoutMark(Reader reader) throws IOException {
        var pushback = new java.io.PushbackReader(reader, 1);
        var first = pushback.read();
        if (first >= 0 && first != '\ufeff') pushback.unread(first);
        return pushback;
    }

    private static final class NotThisEncoding extends RuntimeException {
        NotThisEncoding() {
            super(null, null, false, false);
        }
    }
}
