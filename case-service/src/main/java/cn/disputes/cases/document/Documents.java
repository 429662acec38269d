package cn.disputes.cases.document;

import cn.disputes.cases.audit.AuditAction;
import cn.disputes.cases.audit.AuditTrail;
import cn.disputes.cases.privacy.Seal;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.Ids;
import cn.disputes.conventions.paging.Query;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The documents of cases: made from templates, or brought as files; kept in parts, with a hash. */
@ApplicationScoped
public class Documents {
    private final AuditTrail audit;
    private final Templates templates;
    private final PdfRendering pdf;
    private final ArrivingParts arriving;
    private final Seal seal;
    private final Clock clock;

    Documents(Templates templates, PdfRendering pdf, ArrivingParts arriving, Seal seal, Clock clock, AuditTrail audit) {
        this.arriving = arriving;
        this.seal = seal;
        this.pdf = pdf;
        this.audit = audit;
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * Makes a document and gives it its number.
     *
     * @param facts what the template's tags stand for; a missing one is left to be filled in by hand
     */
    public CaseDocument make(
            Handle h,
            UUID caseId,
            String region,
            DocumentKind kind,
            boolean suit,
            Map<String, String> facts,
            Caller by) {
        var number = number(h, region, kind, suit);
        var content = templates.render(h, kind, facts, number);
        var id = Ids.next();
        try {
            var file = ArrivedFile.of(
                    id,
                    kind.zh(),
                    FileType.DOCX,
                    new ByteArrayInputStream(content),
                    seal,
                    (part, bytes) -> write(h, id, part, bytes));
            return keep(h, caseId, region, kind, number, file, by);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    /**
     * Takes a file in, before any transaction begins; what it is, its content says.
     *
     * @param name as it is to be shown, without an ending
     */
    public Arrival arrived(String name, String contentType, InputStream content) {
        var shown = Query.text("name", name);
        if (shown == null || shown.isBlank()) throw ProblemException.invalid("name", "不能为空", "Must be given");
        var id = Ids.next();
        try {
            var head = content.readNBytes(FileType.HEAD);
            if (head.length == 0) throw ProblemException.invalid("body", "文件为空", "The file is empty");
            var type = FileType.of(head, contentType);
            var whole = new SequenceInputStream(new ByteArrayInputStream(head), content);
            var file = ArrivedFile.of(id, shown, type, whole, seal, (part, bytes) -> arriving.write(id, part, bytes));
            return new Arrival(file, arriving);
        } catch (IOException senderGone) {
            arriving.forget(id);
            throw notWhole();
        } catch (RuntimeException refused) {
            arriving.forget(id);
            throw refused;
        }
    }

    private static ProblemException notWhole() {
        return ProblemException.invalid("body", "文件未能完整接收", "The file did not arrive whole");
    }

    /** Keeps what has arrived among the documents of a case. */
    public CaseDocument attach(Handle h, UUID caseId, String region, Arrival arrived, Caller by) {
        if (arriving.keep(h, arrived.file.id) != arrived.file.parts) throw notWhole();
        return keep(h, caseId, region, DocumentKind.ATTACHMENT, null, arrived.file, by);
    }

    public CaseDocument.All of(Handle h, UUID caseId) {
        var items = h.createQuery("SELECT * FROM case_document WHERE case_id = :id ORDER BY id")
                .bind("id", caseId)
                .map(Documents::map)
                .list();
        return new CaseDocument.All(items, pdf.available());
    }

    /** A notice that was made here, as PDF; a form somebody brought is never opened by an office program. */
    byte[] asPdf(Jdbi jdbi, CaseDocument document) {
        if (document.kind() == DocumentKind.ATTACHMENT) {
            throw new ProblemException(DocumentProblem.PDF_NOT_OF_ATTACHMENTS);
        }
        var docx = new ByteArrayOutputStream();
        try {
            write(jdbi, document, docx);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return pdf.of(docx.toByteArray());
    }

    public Optional<CaseDocument> find(Handle h, UUID caseId, UUID id) {
        return h.createQuery("SELECT * FROM case_document WHERE case_id = :caseId AND id = :id")
                .bind("caseId", caseId)
                .bind("id", id)
                .map(Documents::map)
                .findOne();
    }

    /** Whether the term of keeping has taken the content away. */
    boolean removed(Handle h, UUID id) {
        return h.createQuery("SELECT content_removed_at IS NOT NULL FROM case_document WHERE id = :id")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }

    /**
     * Writes the content out, each part read by itself: no transaction lasts as long as a receiver takes.
     *
     * @throws ProblemException the term of keeping has taken the content away meanwhile: what is cut off must not end as
     *     if it were whole
     */
    void write(Jdbi jdbi, CaseDocument document, OutputStream out) throws IOException {
        var written = 0L;
        for (var number = 0; written < document.size(); number++) {
            var part = part(jdbi, document.id(), number);
            out.write(part);
            written += part.length;
        }
    }

    private byte[] part(Jdbi jdbi, UUID id, int number) {
        return jdbi.withHandle(h -> h.createQuery(
                                "SELECT content, sealed FROM case_document_part WHERE document_id = :id AND part = :part")
                        .bind("id", id)
                        .bind("part", number)
                        .map((row, ctx) -> row.getBoolean(2)
                                ? seal.openBytes(row.getBytes(1), Seal.partOf(id, number))
                                : row.getBytes(1))
                        .findOne())
                .orElseThrow(() -> new ProblemException(DocumentProblem.CONTENT_REMOVED));
    }

    private static void write(Handle h, UUID id, int part, byte[] sealed) {
        h.execute(
                "INSERT INTO case_document_part (document_id, part, content, sealed) VALUES (?, ?, ?, true)",
                id,
                part,
                sealed);
    }

    private CaseDocument keep(
            Handle h, UUID caseId, String region, DocumentKind kind, String number, ArrivedFile file, Caller by) {
        var document = new CaseDocument(
                file.id,
                kind,
                number,
                file.name + "." + file.type.extension,
                file.type.mediaType,
                file.size,
                file.sha256,
                by.subject(),
                clock.instant());
        audit.add(h, AuditAction.DOCUMENT_MADE, region, caseId, kind + " " + file.id);
        h.createUpdate(
                        """
                        INSERT INTO case_document (id, case_id, kind, number, name, media_type, size, sha256, made_by, made_at)
                        VALUES (:id, :caseId, :kind, :number, :name, :mediaType, :size, :sha256, :madeBy, :madeAt)""")
                .bind("id", document.id())
                .bind("caseId", caseId)
                .bind("kind", kind.name())
                .bind("number", number)
                .bind("name", document.name())
                .bind("mediaType", document.mediaType())
                .bind("size", document.size())
                .bind("sha256", document.sha256())
                .bind("madeBy", document.madeBy())
                .bind("madeAt", document.madeAt().atOffset(ZoneOffset.UTC))
                .execute();
        return document;
    }

    /** Taken in the transaction that keeps the document, so that none is missing (GB/T 9704: 〔年〕, no padding). */
    private String number(Handle h, String region, DocumentKind kind, boolean suit) {
        return h.createQuery(
                        """
                        INSERT INTO case_number_counter (prefix, year, last)
                        SELECT CASE WHEN :suit THEN regexp_replace(prefix, '复$', '诉') ELSE prefix END || :character, :year, 1
                        FROM case_number_issuer WHERE region_code = :region
                        ON CONFLICT (prefix, year) DO UPDATE SET last = case_number_counter.last + 1
                        RETURNING prefix || '〔' || year || '〕' || last || '号'""")
                .bind("suit", suit)
                .bind("character", kind.character())
                .bind("year", LocalDate.now(clock).getYear())
                .bind("region", region)
                .mapTo(String.class)
                .findOne()
                .orElseThrow(() -> ProblemException.invalid(
                        "regionCode", "该区域没有文书编号设置", "No authority of this region issues numbers"));
    }

    private static CaseDocument map(ResultSet row, StatementContext context) throws SQLException {
        return new CaseDocument(
                row.getObject("id", UUID.class),
                DocumentKind.valueOf(row.getString("kind")),
                row.getString("number"),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
