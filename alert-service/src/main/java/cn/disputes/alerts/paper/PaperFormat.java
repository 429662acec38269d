package cn.disputes.alerts.paper;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.conventions.paging.Query;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The forms in which what is read leaves the service: asked for by {@code format}, else by Accept. */
public enum PaperFormat {
    json(MediaType.APPLICATION_JSON),
    xlsx(PaperFormat.XLSX),
    docx(PaperFormat.DOCX);

    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /** Made only when it is asked for. */
    @FunctionalInterface
    public interface Paper {
        byte[] make() throws IOException;
    }

    private final String mediaType;

    PaperFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public static PaperFormat asked(String format, HttpHeaders headers) {
        var named = Query.code("format", format, PaperFormat.class);
        if (named != null) return named;
        for (var accepted : headers.getAcceptableMediaTypes()) {
            for (var offered : values()) {
                if (accepted.isCompatible(MediaType.valueOf(offered.mediaType))) return offered;
            }
        }
        throw new ProblemException(GeneralProblem.NOT_ACCEPTABLE);
    }

    /**
     * @param json what is answered as JSON
     * @param title names the file
     */
    public Response.ResponseBuilder answer(Object json, String title, Paper sheet, Paper letter) {
        try {
            return switch (this) {
                case json -> Response.ok(json, mediaType);
                case xlsx -> file(sheet.make(), title);
                case docx -> file(letter.make(), title);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Response.ResponseBuilder file(byte[] content, String title) {
        var name = URLEncoder.encode(title + "." + this, StandardCharsets.UTF_8);
        return Response.ok(content, mediaType)
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .header("X-Content-Type-Options", "nosniff");
    }
}
