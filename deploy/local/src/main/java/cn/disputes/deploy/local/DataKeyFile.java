package cn.disputes.deploy.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The key for personal data of one machine, made on first use and readable by its owner only. */
public final class DataKeyFile {
    private DataKeyFile() {}

    /** 32 random bytes in Base64. */
    public static String random() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    public static Path in(Path folder) throws IOException {
        var file = folder.resolve("personal-data-key");
        if (Files.exists(file)) return file;
        Files.createDirectories(folder);
        var fresh = folder.resolve("personal-data-key.new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, random() + "\n");
        return Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
