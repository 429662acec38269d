package cn.disputes.cases.document;

import cn.disputes.contract.problem.ProblemException;
import com.deepoove.poi.XWPFTemplate;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.jdbi.v3.core.Handle;

/**
 * The forms of the notices: an office's own .docx where it has put one, else one built from the text that ships. Tags
 * are written {@code {{name}}}.
 */
@ApplicationScoped
class Templates {
    /** What stands where the case does not say: a blank to fill in by hand. */
    private static final String BLANK = "＿＿＿＿";

    private static final String[] TAGS = {
        "number",
        "authority",
        "issuedOn",
        "basis",
        "act",
        "correctBy",
        "absence",
        "caseNumber",
        "applicants",
        "respondent",
        "receivedOn",
        "acceptedOn",
        "procedure",
        "decideDueOn",
        "replyDays",
        "claims",
        "items",
        "reason",
        "ground",
        "days",
        "outcome",
        "on",
        "court",
        "servedOn",
        "defenceDueOn"
    };

    private final Clock clock;

    Templates(Clock clock) {
        this.clock = clock;
    }

    byte[] render(Handle h, DocumentKind kind, Map<String, String> facts, String number) {
        return fill(of(h, kind), facts, number);
    }

    byte[] of(Handle h, DocumentKind kind) {
        return own(h, kind).orElseGet(() -> shipped(kind));
    }

    /** Refuses a form that cannot be filled before anything is stored. */
    long replace(Handle h, DocumentKind kind, byte[] content, String by) {
        fill(content, Map.of(), "试填");
        return h.createQuery(
                        """
                        INSERT INTO document_template (kind, content, recorded_by, recorded_at) VALUES (:kind, :content, :by, :now)
                        ON CONFLICT (kind) DO UPDATE SET content = excluded.content, version = document_template.version + 1,
                            recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
                        RETURNING version""")
                .bind("kind", kind.name())
                .bind("content", content)
                .bind("by", by)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one();
    }

    private static Optional<byte[]> own(Handle h, DocumentKind kind) {
        return h.createQuery("SELECT content FROM document_template WHERE kind = :kind")
                .bind("kind", kind.name())
                .map((row, ctx) -> row.getBytes(1))
                .findOne();
    }

    static byte[] fill(byte[] template, Map<String, String> facts, String number) {
        var values = new HashMap<String, Object>();
        for (var tag : TAGS) values.put(tag, BLANK);
        // a document number in brackets, or nothing
        values.put("act", "");
        facts.forEach((tag, value) -> {
            if (value != null && !value.isBlank()) values.put(tag, value);
        });
        values.put("number", number);
        var out = new ByteArrayOutputStream();
        try (var filled =
                XWPFTemplate.compile(new ByteArrayInputStream(template)).render(values)) {
            filled.write(out);
        } catch (IOException | RuntimeException broken) {
            throw new ProblemException(DocumentProblem.TEMPLATE_BROKEN);
        }
        return out.toByteArray();
    }

    /**
     * Title, number, body, and the place for the seal (lines that begin with {@code >}), laid out as official documents
     * are (GB/T 9704): A4 with 37, 28, 35 and 26 mm of margin, third-size type, two characters of indent.
     */
    static byte[] shipped(DocumentKind kind) {
        try (var text = Templates.class.getResourceAsStream("/documents/" + kind + ".txt");
                var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            var lines = new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split("\n");
            margins(document);
            paragraph(document, lines[0], ParagraphAlignment.CENTER, 22, true);
            paragraph(document, "{{number}}", ParagraphAlignment.CENTER, 16, false);
            for (var i = 1; i < lines.length; i++) {
                var signature = lines[i].startsWith(">");
                var line = signature ? lines[i].substring(1) : lines[i];
                var paragraph = paragraph(document, line, alignment(signature, line), 16, false);
                var addressee = i == 1 && line.endsWith("：");
                if (!signature && !addressee) paragraph.setFirstLineIndent(640);
            }
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void margins(XWPFDocument document) {
        var section = document.getDocument().getBody().addNewSectPr();
        section.addNewPgSz().setW(BigInteger.valueOf(11906));
        section.getPgSz().setH(BigInteger.valueOf(16838));
        var margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(2098));
        margins.setLeft(BigInteger.valueOf(1588));
        margins.setBottom(BigInteger.valueOf(1984));
        margins.setRight(BigInteger.valueOf(1474));
    }

    /** A list breaks its lines, and a broken line is not to be stretched. */
    private static ParagraphAlignment alignment(boolean signature, String line) {
        if (signature) return ParagraphAlignment.RIGHT;
        return line.equals("{{items}}") ? ParagraphAlignment.LEFT : ParagraphAlignment.BOTH;
    }

    private static XWPFParagraph paragraph(
            XWPFDocument document, String text, ParagraphAlignment alignment, int size, boolean bold) {
        var paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        paragraph.setSpacingBetween(28, LineSpacingRule.AT_LEAST);
        var run = paragraph.createRun();
        run.setText(text);
        run.setBold(bold);
        run.setFontSize(size);
        var font = bold ? "方正小标宋简体" : "仿宋_GB2312";
        run.setFontFamily(font);
        run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
        return paragraph;
    }
}
