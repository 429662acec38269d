package cn.disputes.conventions.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.disputes.contract.problem.ProblemException;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Slow receivers get no further connections; whoever ends, however, makes room. */
class DownloadsTest {
    private final Downloads downloads = new Downloads();

    @Test
    void oneMoreThanThereIsRoomForIsToComeAgain() throws Exception {
        var begun = new CountDownLatch(Downloads.MOST);
        var over = new CountDownLatch(1);
        var slow = downloads.bounded(out -> {
            begun.countDown();
            try {
                over.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });
        var threads = Executors.newFixedThreadPool(Downloads.MOST);
        try {
            var running = new ArrayList<CompletableFuture<Void>>();
            for (var i = 0; i < Downloads.MOST; i++)
                running.add(CompletableFuture.runAsync(() -> written(slow, OutputStream.nullOutputStream()), threads));
            begun.await();
            var refused = assertThrows(ProblemException.class, () -> quick().write(OutputStream.nullOutputStream()));
            assertEquals("too-many-requests", refused.code().code());
            assertEquals(10, refused.retryAfter());
            over.countDown();
            running.forEach(CompletableFuture::join);
            assertEquals("x", text());
        } finally {
            over.countDown();
            threads.shutdown();
        }
    }

    @Test
    void oneThatFailsMakesRoom() {
        var failing = downloads.bounded(out -> {
            throw new IOException("receiver gone");
        });
        for (var i = 0; i <= Downloads.MOST; i++)
            assertThrows(IOException.class, () -> failing.write(OutputStream.nullOutputStream()));
        assertEquals("x", text());
    }

    private StreamingOutput quick() {
        return downloads.bounded(out -> out.write('x'));
    }

    private String text() {
        var bytes = new ByteArrayOutputStream();
        written(quick(), bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void written(StreamingOutput table, OutputStream out) {
        try {
            table.write(out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
