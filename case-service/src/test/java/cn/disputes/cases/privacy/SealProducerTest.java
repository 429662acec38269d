package cn.disputes.cases.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealProducerTest {
    @TempDir
    Path folder;

    private final SealProducer producer = new SealProducer();

    private String refusal(Optional<String> key, Optional<Path> file) {
        var message = assertThrows(ConfigurationException.class, () -> producer.seal(key, file))
                .getMessage();
        assertFalse(message.contains("\n"), "one line");
        assertTrue(message.contains("PERSONAL_DATA_KEY"), message);
        return message;
    }

    @Test
    void withoutAKeyThereIsNoService() {
        assertTrue(refusal(Optional.empty(), Optional.empty()).contains("No key for personal data"));
        assertTrue(refusal(Optional.of("  "), Optional.empty()).contains("No key for personal data"));
        assertTrue(
                refusal(Optional.empty(), Optional.of(folder.resolve("none"))).contains("cannot be read"));
    }

    @Test
    void aWrongKeyIsNotQuoted() {
        assertFalse(refusal(Optional.of("geheim"), Optional.empty()).contains("geheim"));
    }

    @Test
    void theFileHoldsTheNewestKeyFirst() throws IOException {
        var file = folder.resolve("keys");
        Files.writeString(file, SealTest.key(2) + "\n" + SealTest.key(1) + "\n");
        var seal = producer.seal(Optional.empty(), Optional.of(file));
        assertEquals(new Seal(DataKeys.parse(SealTest.key(2))).newestPrefix(), seal.newestPrefix());
        assertEquals("合成甲", seal.open(new Seal(DataKeys.parse(SealTest.key(1))).seal("合成甲", "a"), "a"));
    }
}
