package cn.disputes.stats.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormCatalogueTest {
    @TempDir
    Path folder;

    private static List<String> codes(Optional<Path> folder) throws IOException {
        var catalogue = new FormCatalogue(folder);
        catalogue.load(null);
        return catalogue.all().stream().map(FormDefinition::code).toList();
    }

    private String shipped(String name) throws IOException {
        try (var in = getClass().getResourceAsStream("/forms/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Those of the service, and the one that lies among the tests. */
    @Test
    void findsWhatLiesOnTheClassPath() throws IOException {
        assertEquals(List.of("DROPPED-IN", "GFFTZ-1", "YINGSU-1"), codes(Optional.empty()));
    }

    @Test
    void anOfficeKeepsItsOwnInAFolder() throws IOException {
        Files.writeString(folder.resolve("own.yaml"), shipped("dropped-in.yaml").replace("DROPPED-IN", "OWN"));
        Files.writeString(folder.resolve("notes.txt"), "no form");
        assertTrue(codes(Optional.of(folder)).contains("OWN"));
    }

    @Test
    void aBadFileOrASecondOfTheSameCodeStopsTheStart() throws IOException {
        Files.writeString(folder.resolve("twice.yaml"), shipped("dropped-in.yaml"));
        var twice = assertThrows(IllegalStateException.class, () -> codes(Optional.of(folder)));
        assertTrue(twice.getMessage().contains("twice.yaml"), twice.getMessage());
        Files.writeString(folder.resolve("twice.yaml"), "code: X\ncolumn: []\n");
        var bad = assertThrows(IllegalStateException.class, () -> codes(Optional.of(folder)));
        assertTrue(bad.getMessage().startsWith("twice.yaml: "), bad.getMessage());
    }
}
