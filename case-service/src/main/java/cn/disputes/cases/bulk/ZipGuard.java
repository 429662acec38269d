package cn.disputes.cases.bulk;

import cn.disputes.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Unpacks an .xlsx once without keeping it, to see that it is no zip bomb; reads it as the workbook reader will. */
final class ZipGuard {
    private static final long MAX_UNPACKED = 6_000_000_000L;
    private static final long MAX_RATIO = 200;
    private static final long SMALL = 10_000_000;
    private static final int MAX_ENTRIES = 2_000;

    /** Held in memory as a whole by the workbook reader, unlike the sheets; a string takes thrice its text at most. */
    private static final String SHARED_STRINGS = "sharedstrings.xml";

    private ZipGuard() {}

    static void check(Path file) throws IOException {
        var packed = Files.size(file);
        var total = 0L;
        try (var zip = ZipFile.builder().setPath(file).get()) {
            var entries = Collections.list(zip.getEntries());
            if (entries.isEmpty()) throw new ProblemException(FileProblem.FILE_UNREADABLE);
            if (entries.size() > MAX_ENTRIES) throw new ProblemException(FileProblem.FILE_TOO_LARGE);
            for (var entry : entries) total += unpacked(zip, entry, packed, total);
        } catch (IOException noContainer) {
            throw new ProblemException(FileProblem.FILE_UNREADABLE);
        }
    }

    private static long unpacked(ZipFile zip, ZipArchiveEntry entry, long packed, long before) throws IOException {
        var size = 0L;
        var buffer = new byte[64 * 1024];
        var shared = entry.getName().toLowerCase().endsWith(SHARED_STRINGS);
        try (var content = zip.getInputStream(entry)) {
            for (var read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                var total = before + size;
                if (total > MAX_UNPACKED || total > SMALL && total / packed > MAX_RATIO)
                    throw new ProblemException(FileProblem.FILE_TOO_LARGE);
                if (shared && size > Runtime.getRuntime().maxMemory() / 6)
                    throw new ProblemException(FileProblem.TOO_MANY_STRINGS);
            }
        }
        return size;
    }
}
