package cn.disputes.deploy.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a killed launcher leaves behind: a server still running in the folder, or a {@code postmaster.pid} whose number
 * has meanwhile gone to another program. The first is stopped, the second file removed; anything else is left alone.
 */
final class StalePostmaster {
    private StalePostmaster() {}

    static void clear(Path dataDir) throws IOException {
        var file = dataDir.resolve("postmaster.pid");
        if (!Files.exists(file)) return;
        var lines = Files.readAllLines(file);
        var process = lines.isEmpty() || !lines.get(0).matches("\\d+")
                ? java.util.Optional.<ProcessHandle>empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0)));
        if (process.isPresent() && isPostmasterOf(process.get(), dataDir)) stop(process.get());
        Files.deleteIfExists(file);
    }

    private static boolean isPostmasterOf(ProcessHandle process, Path dataDir) {
        try {
            var commandLine = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return commandLine.contains("postgres")
                    && Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), dataDir);
        } catch (IOException | SecurityException e) {
            return false;
        }
    }

    /** SIGINT is PostgreSQL's fast shutdown: sessions are ended, nothing committed is lost. */
    private static void stop(ProcessHandle postmaster) throws IOException {
        new ProcessBuilder("/bin/sh", "-c", "kill -INT " + postmaster.pid()).start();
        try {
            postmaster.onExit().get(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(
                    "a PostgreSQL left over from an earlier run does not stop, process " + postmaster.pid(), e);
        }
    }
}
