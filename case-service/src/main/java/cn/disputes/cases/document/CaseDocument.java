package cn.disputes.cases.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A document of a case (文书、附件).
 *
 * @param number 文号, gap-free per authority, kind and year; attachments have none
 * @param size bytes
 * @param sha256 hash of the content, in hex
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseDocument(
        UUID id,
        DocumentKind kind,
        String number,
        String name,
        String mediaType,
        long size,
        String sha256,
        String madeBy,
        Instant madeAt) {
    /**
     * The documents of a case, oldest first.
     *
     * @param pdf whether this server can give notices as PDF
     */
    @Schema(name = "CaseDocuments")
    public record All(List<CaseDocument> items, boolean pdf) {}
}
