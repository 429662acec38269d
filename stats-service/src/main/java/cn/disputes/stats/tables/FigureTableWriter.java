package cn.disputes.stats.tables;

import cn.disputes.conventions.table.TableFormat;
import cn.disputes.conventions.table.TableWriter;
import cn.disputes.stats.figures.Figure;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Any answer of figures as {@code text/csv} or {@code .xlsx}, in the language asked for. */
@Provider
@Produces({AskedFormat.CSV, AskedFormat.XLSX})
public class FigureTableWriter implements MessageBodyWriter<Figure> {
    @Context
    HttpHeaders asked;

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == Figure.class;
    }

    @Override
    public void writeTo(
            Figure figure,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        var format = media.getSubtype().equals("csv") ? TableFormat.CSV : TableFormat.XLSX;
        var table = new FigureTable(figure, Words.of(asked));
        headers.putSingle(HttpHeaders.CONTENT_TYPE, format.mediaType());
        headers.putSingle(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"statistics." + format.extension() + "\"");
        var writer = TableWriter.open(format, "statistics", out);
        writer.row(table.header());
        for (var line : table.lines()) writer.row(line);
        writer.finish();
    }
}
