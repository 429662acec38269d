package cn.disputes.deploy.run;

import cn.disputes.deploy.local.DataKeyFile;
import cn.disputes.deploy.local.TokenIssuer;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Set;

/** Everything the suite keeps between starts: database, logs, keys and passwords (readable by the owner only). */
final class DataFolder {
    private static final String MARK = "administrative-disputes";
    private static final long MIN_FREE_BYTES = 600L * 1024 * 1024;
    private static final Duration SERVICE_TOKEN_VALIDITY = Duration.ofHours(24);

    private final Path folder;
    private FileLock lock;

    private DataFolder(Path folder) {
        this.folder = folder;
    }

    static DataFolder open(Path folder, boolean reset) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new StartFailure("不是目录：" + folder, "Not a folder: " + folder);
        }
        Files.createDirectories(folder);
        var own = new DataFolder(folder);
        own.claim();
        if (reset) own.empty();
        Files.writeString(own.path(MARK), "data of the administrative disputes suite\n");
        Files.createDirectories(own.path("logs"));
        own.requireSpace();
        return own;
    }

    /** One suite per folder at a time. */
    private void claim() throws IOException {
        var marked = Files.exists(path(MARK));
        try (var files = Files.list(folder)) {
            if (!marked && files.findAny().isPresent()) {
                throw new StartFailure("目录非空且不是本系统的数据：" + folder, "Not empty and not data of this suite: " + folder);
            }
        }
        lock = FileChannel.open(path("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .tryLock();
        if (lock == null) {
            throw new StartFailure("该数据目录已有一套系统在运行：" + folder, "A suite is already running on " + folder);
        }
    }

    private void empty() throws IOException {
        LeftOvers.stop(path("pids"));
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder) && !file.equals(path("lock"))) Files.delete(file);
            }
        }
    }

    private void requireSpace() throws IOException {
        var free = Files.getFileStore(folder).getUsableSpace();
        if (free < MIN_FREE_BYTES) {
            throw new StartFailure(
                    "磁盘空间不足：" + folder + " 仅剩 " + free / 1024 / 1024 + " MB",
                    "Disk full: " + free / 1024 / 1024 + " MB left at " + folder + ", " + MIN_FREE_BYTES / 1024 / 1024
                            + " MB needed");
        }
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    String databasePassword() throws IOException {
        var file = path("database-password");
        if (!Files.exists(file)) {
            var random = new byte[24];
            new SecureRandom().nextBytes(random);
            writeSecret(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file);
    }

    /** The file of the keys that seal personal data, the newest first; whoever loses it loses the data. */
    Path personalDataKey() throws IOException {
        return DataKeyFile.in(folder);
    }

    TokenIssuer tokens() throws IOException {
        return TokenIssuer.in(folder);
    }

    /** The token with which the services read each other's feeds; written anew long before it runs out. */
    Path renewServiceToken() throws IOException {
        var file = path("service-token");
        var token = tokens().token(Set.of("service"), "100000", null, "suite", SERVICE_TOKEN_VALIDITY);
        writeSecret(path("service-token.new"), token);
        return Files.move(
                path("service-token.new"),
                file,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    boolean has(String mark) {
        return Files.exists(path(mark));
    }

    void mark(String mark) throws IOException {
        Files.writeString(path(mark), "");
    }

    private static void writeSecret(Path file, String secret) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, secret);
    }
}
