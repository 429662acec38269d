package cn.disputes.cases.document;

import cn.disputes.cases.audit.AuditAction;
import cn.disputes.cases.audit.AuditTrail;
import cn.disputes.cases.privacy.Seal;
import cn.disputes.cases.privacy.SealConfig;
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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The documents of cases: made from templates, or brought as files; kept in parts, with a hash. */
@ApplicationScoped
public class Documents {
    private static final int PART = 256 * 1024;
    private static final long MOST = 50L * 1024 * 1024;

    private final AuditTrail audit;
    private final Templates templates;
    private final PdfRendering pdf;
    private final Clock clock;

    Documents(Templates templates, PdfRendering pdf, Clock clock, AuditTrail audit) {
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
        return keep(h, caseId, region, kind, number, kind.zh(), FileType.DOCX, new ByteArrayInputStream(content), by);
    }

    /**
     * Takes a file in; what it is, its content says.
     *
     * @param name as it is to be shown, without an ending
     */
    public CaseDocument attach(
            Handle h, UUID caseId, String region, String name, String contentType, InputStream content, Caller by) {
        var shown = Query.text("name", name);
        if (shown == null || shown.isBlank()) throw ProblemException.invalid("name", "不能为空", "Must be given");
        try {
            var head = content.readNBytes(FileType.HEAD);
            if (head.length == 0) throw ProblemException.invalid("body", "文件为空", "The file is empty");
            var type = FileType.of(head, contentType);
            var whole = new SequenceInputStream(new ByteArrayInputStream(head), content);
            return keep(h, caseId, region, DocumentKind.ATTACHMENT, null, shown, type, whole, by);
        } catch (IOException | UncheckedIOException senderGone) {
            throw ProblemException.invalid("body", "文件未能完整接收", "The file did not arrive whole");
        }
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
        jdbi.useTransaction(h -> write(h, document.id(), docx));
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

    /** Writes the content out part by part. */
    public void write(Handle h, UUID id, OutputStream out) {
        var seal = h.getConfig(SealConfig.class).seal();
        h.createQuery("SELECT part, content, sealed FROM case_document_part WHERE document_id = :id ORDER BY part")
                .bind("id", id)
                .setFetchSize(1)
                .map((row, ctx) -> row.getBoolean(3)
                        ? seal.openBytes(row.getBytes(2), Seal.partOf(id, row.getInt(1)))
                        : row.getBytes(2))
                .forEach(part -> {
                    try {
                        out.write(part);
                    } catch (IOException receiverGone) {
                        throw new UncheckedIOException(receiverGone);
                    }
                });
    }

    private CaseDocument keep(
            Handle h,
            UUID caseId,
            String region,
            DocumentKind kind,
            String number,
            String name,
            FileType type,
            InputStream content,
            Caller by) {
        var id = Ids.next();
        var hash = sha256();
        var size = store(h, id, content, hash);
        var document = new CaseDocument(
                id,
                kind,
                number,
                name + "." + type.extension,
                type.mediaType,
                size,
                HexFormat.of().formatHex(hash.digest()),
                by.subject(),
                clock.instant());
        audit.add(h, AuditAction.DOCUMENT_MADE, region, caseId, kind + " " + id);
        h.createUpdate(
                        """
                        INSERT INTO case_document (id, case_id, kind, number, name, media_type, size, sha256, made_by, made_at)
                        VALUES (:id, :caseId, :kind, :number, :name, :mediaType, :size, :sha256, :madeBy, :madeAt)""")
                .bind("id", id)
                .bind("caseId", caseId)
                .bind("kind", kind.name())
                .bind("number", number)
                .bind("name", document.name())
                .bind("mediaType", type.mediaType)
                .bind("size", size)
                .bind("sha256", document.sha256())
                .bind("madeBy", document.madeBy())
                .bind("madeAt", document.madeAt().atOffset(ZoneOffset.UTC))
                .execute();
        return document;
    }

    private static long store(Handle h, UUID id, InputStream content, MessageDigest hash) {
        var size = 0L;
        var seal = h.getConfig(SealConfig.class).seal();
        try {
            var number = 0;
            for (var part = content.readNBytes(PART); part.length > 0; part = content.readNBytes(PART)) {
                size += part.length;
                if (size > MOST) throw new ProblemException(DocumentProblem.TOO_LARGE);
                hash.update(part);
                h.execute(
                        "INSERT INTO case_document_part (document_id, part, content, sealed) VALUES (?, ?, ?, true)",
                        id,
                        number,
                        seal.sealBytes(part, Seal.partOf(id, number)));
                number++;
            }
        } catch (IOException senderGone) {
            throw new UncheckedIOException(senderGone);
        }
        return size;
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
