package cn.disputes.cases.document;

import static cn.disputes.deploy.testing.Together.together;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.disputes.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfRenderingTest {
    private static final byte[] NOTICE = Templates.fill(
            Templates.shipped(DocumentKind.ACCEPTANCE_NOTICE), Map.of("applicants", "合成甲"), "试受〔2025〕1号");

    @Test
    void severalAtOnceAreRenderedSideBySide() throws Exception {
        var rendering = new PdfRendering(Optional.empty());
        assumeTrue(rendering.available(), "本机没有 LibreOffice，跳过 / no LibreOffice on this machine: skipped");
        for (var pdf : together(3, () -> rendering.of(NOTICE))) {
            assertEquals("%PDF-", new String(pdf, 0, 5, StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void saysThatThereIsNoLibreOffice() {
        var none = new PdfRendering(Optional.of("none"));
        assertFalse(none.available());
        var refused = assertThrows(ProblemException.class, () -> none.of(NOTICE));
        assertEquals(DocumentProblem.PDF_UNAVAILABLE, refused.code());
    }

    /** A program that ends without a PDF, as an office suite does that cannot read the notice. */
    @Test
    void saysThatNoPdfCameOut(@TempDir Path folder) throws IOException {
        var program = Files.writeString(folder.resolve("soffice"), "#!/bin/sh\nexit 0\n");
        program.toFile().setExecutable(true);
        var broken = new PdfRendering(Optional.of(program.toString()));
        var refused = assertThrows(ProblemException.class, () -> broken.of(NOTICE));
        assertEquals(DocumentProblem.PDF_FAILED, refused.code());
    }
}
