package cn.disputes.cases.bulk;

import cn.disputes.contract.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipInputStream;

/** Unpacks an .xlsx once without keeping it, to see that it is no zip bomb. */
final class ZipGuard {
    private static final long MAX_UNPACKED = 1_500_000_000L;
    private static final long MAX_RATIO = 200;
    private static final int MAX_ENTRIES = 2_000;

    private ZipGuard() {}

    static void check(byte[] file) throws IOException {
        var total = 0L;
        var entries = 0;
        var buffer = new byte[64 * 1024];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            while (zip.getNextEntry() != null) {
                if (++entries > MAX_ENTRIES) throw new ProblemException(FileProblem.FILE_TOO_LARGE);
                for (var read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    total += read;
                    if (total > MAX_UNPACKED || total > 10_000_000 && total / file.length > MAX_RATIO) {
                        throw new ProblemException(FileProblem.FILE_TOO_LARGE);
                    }
                }
            }
        }
        if (entries == 0) throw new ProblemException(FileProblem.FILE_UNREADABLE);
    }
}
