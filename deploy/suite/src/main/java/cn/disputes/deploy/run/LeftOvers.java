package cn.disputes.deploy.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Services that outlived a launcher which was killed; known by number and command line, so nobody else's is ended. */
final class LeftOvers {
    private LeftOvers() {}

    static void remember(Path file, long pid) throws IOException {
        Files.writeString(file, pid + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    static void stop(Path file) throws IOException {
        if (!Files.exists(file)) return;
        for (var pid : Files.readAllLines(file)) {
            if (!pid.matches("\\d+")) continue;
            ProcessHandle.of(Long.parseLong(pid)).filter(LeftOvers::isService).ifPresent(process -> {
                process.destroy();
                Waiting.until(() -> !process.isAlive(), 15, process::destroyForcibly);
            });
        }
        Files.write(file, List.of());
    }

    private static boolean isService(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .contains("quarkus-run.jar");
        } catch (IOException e) {
            return process.info().commandLine().orElse("").contains("quarkus-run.jar");
        }
    }
}
