package cn.disputes.cases.document;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What the documents of every kind of case answer alike. */
public final class DocumentAnswers {
    private DocumentAnswers() {}

    public static Response created(String address, CaseDocument document) {
        return Response.created(URI.create(address + "/" + document.id()))
                .entity(document)
                .build();
    }

    /**
     * The content as it was kept, its hash as its ETag; or, when PDF is asked for, a notice rendered.
     *
     * @param format {@code pdf}, or null for what Accept asks
     * @param accept the Accept header; only one that takes PDF and not everything asks for PDF
     */
    public static Response content(Jdbi jdbi, Documents documents, UUID caseId, UUID id, String format, String accept) {
        if (format != null && !format.equals(FileType.PDF.extension)) {
            throw ProblemException.invalid("format", "只能是 pdf", "Must be pdf");
        }
        var wanted =
                format != null || accept != null && accept.contains(FileType.PDF.mediaType) && !accept.contains("*/*");
        var document = jdbi.withHandle(h -> documents.find(h, caseId, id))
                .orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
        if (jdbi.withHandle(h -> documents.removed(h, document.id())))
            throw new ProblemException(DocumentProblem.CONTENT_REMOVED);
        if (wanted && !document.mediaType().equals(FileType.PDF.mediaType)) return pdf(jdbi, documents, document);
        StreamingOutput body = out -> documents.write(jdbi, document, out);
        return file(body, document.mediaType(), document.name())
                .tag(document.sha256())
                .build();
    }

    private static Response pdf(Jdbi jdbi, Documents documents, CaseDocument document) {
        var name = document.name().replace("." + FileType.DOCX.extension, "." + FileType.PDF.extension);
        return file(documents.asPdf(jdbi, document), FileType.PDF.mediaType, name)
                .build();
    }

    private static Response.ResponseBuilder file(Object body, String mediaType, String name) {
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(body, mediaType)
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded)
                .header("X-Content-Type-Options", "nosniff");
    }

    /** An id of another form is an id of no document. */
    public static UUID documentId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(GeneralProblem.NOT_FOUND);
        }
    }
}
