package cn.disputes.stats.printing;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The forms in which something printed leaves the service: asked for by {@code format}, else by Accept. */
public enum FileFormat {
    json(MediaType.APPLICATION_JSON),
    xlsx(FileFormat.XLSX),
    docx(FileFormat.DOCX);

    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final String mediaType;

    FileFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The format wanted of those offered, the first being what is given to whoever takes anything. */
    public static FileFormat asked(String format, HttpHeaders headers, FileFormat... offered) {
        if (format != null && !format.isEmpty()) {
            var names = Arrays.stream(offered).map(FileFormat::name).collect(Collectors.joining("、"));
            return Arrays.stream(offered)
                    .filter(f -> f.name().equals(format))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.invalid(
                            "format", "应为 " + names, "Must be one of " + names.replace("、", ", ")));
        }
        return accepted(headers.getAcceptableMediaTypes(), offered);
    }

    private static FileFormat accepted(List<MediaType> types, FileFormat... offered) {
        for (var type : types) {
            for (var format : offered) {
                if (type.isCompatible(MediaType.valueOf(format.mediaType))) return format;
            }
        }
        throw new ProblemException(GeneralProblem.NOT_ACCEPTABLE);
    }

    /** @param name of the file, without its extension */
    public Response.ResponseBuilder file(byte[] content, String name) {
        var encoded =
                URLEncoder.encode(name + "." + this, StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(content, mediaType)
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded)
                .header("X-Content-Type-Options", "nosniff");
    }
}
