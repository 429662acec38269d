package cn.disputes.cases.bulk;

import cn.disputes.contract.problem.ProblemException;
import java.io.IOException;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Unpacks an .xlsx once without keeping it, to see that it is no zip bomb; reads it as the workbook reader will. */
final class ZipGuard {
    private static final long MAX_UNPACKED = 1_500_000_000L;
    private static final long MAX_RATIO = 200;
    private static final int MAX_ENTRIES = 2_000;

    private ZipGuard() {}

    static void check(byte[] file) throws IOException {
        var total = 0L;
        var buffer = new byte[64 * 1024];
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            var entries = Collections.list(zip.getEntries());
            if (entries.isEmpty()) throw new ProblemException(FileProblem.FILE_UNREADABLE);
            if (entries.size() > MAX_ENTRIES) throw new ProblemException(FileProblem.FILE_TOO_LARGE);
            for (var entry : entries) {
                try (var content = zip.getInputStream(entry)) {
                    for (var read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                        total += read;
                        if (total > MAX_UNPACKED || total > 10_000_000 && total / file.length > MAX_RATIO) {
                            throw new ProblemException(FileProblem.FILE_TOO_LARGE);
                        }
                    }
                }
            }
        }
    }
}
