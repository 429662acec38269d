package cn.disputes.cases.bulk;

import cn.disputes.cases.privacy.SealConfig;
import cn.disputes.contract.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The file of a load in sealed parts. Each is written and read by itself: no transaction lasts as long as a sender
 * takes, and no more than one part is in memory.
 */
@ApplicationScoped
class ImportParts {
    private static final int PART = 1024 * 1024;

    private final Jdbi jdbi;
    private final long mostMegabytes;

    ImportParts(Jdbi jdbi, @ConfigProperty(name = "imports.max-megabytes", defaultValue = "1024") long mostMegabytes) {
        this.jdbi = jdbi;
        this.mostMegabytes = mostMegabytes;
    }

    /** Returns the bytes received. */
    long write(UUID job, InputStream body) {
        var size = 0L;
        try {
            var number = 0;
            for (var part = body.readNBytes(PART); part.length > 0; part = body.readNBytes(PART)) {
                size += part.length;
                if (size > mostMegabytes * 1024 * 1024)
                    throw new ProblemException(FileProblem.BODY_TOO_LARGE, mostMegabytes);
                write(job, number++, part);
            }
        } catch (IOException senderGone) {
            throw new ProblemException(FileProblem.BODY_CUT_OFF);
        }
        return size;
    }

    private void write(UUID job, int number, byte[] part) {
        jdbi.useHandle(h -> h.execute(
                "INSERT INTO import_part (job_id, part, content) VALUES (?, ?, ?)",
                job,
                number,
                h.getConfig(SealConfig.class).seal().sealBytes(part, context(job, number))));
    }

    InputStream open(UUID job) {
        return new Parts(job);
    }

    void delete(Handle h, UUID job) {
        h.execute("DELETE FROM import_part WHERE job_id = ?", job);
    }

    private static String context(UUID job, int number) {
        return "import " + job + " " + number;
    }

    private byte[] read(UUID job, int number) {
        return jdbi.withHandle(
                h -> h.createQuery("SELECT content FROM import_part WHERE job_id = :job AND part = :part")
                        .bind("job", job)
                        .bind("part", number)
                        .map((row, ctx) ->
                                h.getConfig(SealConfig.class).seal().openBytes(row.getBytes(1), context(job, number)))
                        .findOne()
                        .orElse(null));
    }

    private final class Parts extends InputStream {
        private final UUID job;
        private InputStream part = InputStream.nullInputStream();
        private int next;

        Parts(UUID job) {
            this.job = job;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (length == 0) return 0;
            while (true) {
                var read = part == null ? -1 : part.read(buffer, offset, length);
                if (read >= 0 || part == null) return read;
                var content = ImportParts.this.read(job, next++);
                part = content == null ? null : new ByteArrayInputStream(content);
            }
        }
    }
}
