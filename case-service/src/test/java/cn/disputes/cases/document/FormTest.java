package cn.disputes.cases.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The forms that ship: every tag in them is known, and whoever signs is named last. */
class FormTest {
    private static final Pattern TAG = Pattern.compile("\\{\\{(\\w+)}}");

    private static String text(byte[] docx) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx));
                var extractor = new XWPFWordExtractor(document)) {
            return extractor.getText();
        }
    }

    @ParameterizedTest
    @EnumSource(value = DocumentKind.class, names = "ATTACHMENT", mode = EnumSource.Mode.EXCLUDE)
    void everyTagOfAFormIsFilled(DocumentKind kind) throws IOException {
        var form = Templates.shipped(kind);
        var tags = new TreeSet<String>();
        TAG.matcher(text(form)).results().forEach(tag -> tags.add(tag.group(1)));
        var facts = new HashMap<String, String>();
        for (var tag : tags) facts.put(tag, "〈" + tag + "〉");
        var filled = text(Templates.fill(form, facts, "〈number〉"));
        for (var tag : tags) assertTrue(filled.contains("〈" + tag + "〉"), tag);
        assertFalse(filled.contains("{{"), filled);
        assertTrue(filled.strip().endsWith("〈issuedOn〉"), filled);
        var unfilled = text(Templates.fill(form, Map.of(), "试〔2025〕1号"));
        assertFalse(unfilled.contains("{{") || unfilled.contains("null"), unfilled);
        assertEquals(1, unfilled.split("试〔2025〕1号", -1).length - 1);
    }
}
