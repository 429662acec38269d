package cn.disputes.deploy.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataKeyFileTest {
    @TempDir
    Path folder;

    @Test
    void isMadeOnceAndForItsOwnerOnly() throws IOException {
        var file = DataKeyFile.in(folder);
        var key = Files.readString(file);
        assertEquals(32, Base64.getDecoder().decode(key.strip()).length);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(key, Files.readString(DataKeyFile.in(folder)));
        assertNotEquals(DataKeyFile.random(), DataKeyFile.random());
    }
}
