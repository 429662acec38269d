package cn.disputes.cases.document;

import cn.disputes.contract.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Notices as PDF, by a LibreOffice process of its own for each, where LibreOffice is on the machine. */
@ApplicationScoped
class PdfRendering {
    private static final int AT_ONCE = 2;
    private static final int SECONDS = 60;

    private final Optional<String> program;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /** @param configured path of {@code soffice}; without it the search path decides, {@code none} turns PDF off */
    PdfRendering(@ConfigProperty(name = "documents.soffice") Optional<String> configured) {
        program = configured.isPresent()
                ? configured.filter(path -> new File(path).canExecute())
                : onSearchPath().findFirst();
    }

    boolean available() {
        return program.isPresent();
    }

    private static Stream<String> onSearchPath() {
        var path = System.getenv().getOrDefault("PATH", "");
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(path)
                .map(folder -> new File(folder, "soffice"))
                .filter(File::canExecute)
                .map(File::getPath);
    }

    byte[] of(byte[] docx) {
        if (!available()) throw new ProblemException(DocumentProblem.PDF_UNAVAILABLE);
        try {
            if (!places.tryAcquire(SECONDS, TimeUnit.SECONDS)) throw new ProblemException(DocumentProblem.PDF_FAILED);
            try {
                return render(docx);
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(DocumentProblem.PDF_FAILED);
        } catch (IOException e) {
            throw new ProblemException(DocumentProblem.PDF_FAILED);
        }
    }

    /** The folder is readable by this process alone and goes with the notice in it, whatever happens. */
    private byte[] render(byte[] docx) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("notice");
        try {
            Files.write(folder.resolve("notice.docx"), docx);
            var process = new ProcessBuilder(command(folder))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) throw new ProblemException(DocumentProblem.PDF_FAILED);
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            return Files.readAllBytes(folder.resolve("notice.pdf"));
        } finally {
            remove(folder);
        }
    }

    private List<String> command(Path folder) {
        return List.of(
                program.orElseThrow(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--norestore",
                "--convert-to",
                "pdf:writer_pdf_Export",
                "--outdir",
                folder.toString(),
                folder.resolve("notice.docx").toString());
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
