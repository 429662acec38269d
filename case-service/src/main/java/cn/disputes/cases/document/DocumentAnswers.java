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

    /** The content as it was kept; its hash is its ETag. */
    public static Response content(Jdbi jdbi, Documents documents, UUID caseId, UUID id) {
        var document = jdbi.withHandle(h -> documents.find(h, caseId, id))
                .orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
        if (jdbi.withHandle(h -> documents.removed(h, document.id())))
            throw new ProblemException(DocumentProblem.CONTENT_REMOVED);
        StreamingOutput body = out -> jdbi.useTransaction(h -> documents.write(h, document.id(), out));
        var name = URLEncoder.encode(document.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(body, document.mediaType())
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .header("X-Content-Type-Options", "nosniff")
                .tag(document.sha256())
                .build();
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
