package cn.disputes.alerts.round;

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
import java.time.YearMonth;
import java.util.List;

/** The forms in which orders leave the service: asked for by {@code format}, else by Accept. */
enum OrderFormat {
    json(MediaType.APPLICATION_JSON),
    xlsx(OrderFormat.XLSX),
    docx(OrderFormat.DOCX);

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final String mediaType;

    OrderFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    static OrderFormat asked(String format, HttpHeaders headers) {
        var named = Query.code("format", format, OrderFormat.class);
        if (named != null) return named;
        for (var accepted : headers.getAcceptableMediaTypes()) {
            for (var offered : values()) {
                if (accepted.isCompatible(MediaType.valueOf(offered.mediaType))) return offered;
            }
        }
        throw new ProblemException(GeneralProblem.NOT_ACCEPTABLE);
    }

    /** @param json what is answered as JSON */
    Response.ResponseBuilder answer(Object json, YearMonth month, List<OrderView> orders) {
        try {
            return switch (this) {
                case json -> Response.ok(json, mediaType);
                case xlsx -> file(OrderSheet.of(orders), month);
                case docx -> file(OrderLetter.of(orders), month);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Response.ResponseBuilder file(byte[] content, YearMonth month) {
        var name = URLEncoder.encode("交办单" + month + "." + this, StandardCharsets.UTF_8);
        return Response.ok(content, mediaType)
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .header("X-Content-Type-Options", "nosniff");
    }
}
