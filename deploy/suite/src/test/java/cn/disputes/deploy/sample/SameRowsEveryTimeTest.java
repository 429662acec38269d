package cn.disputes.deploy.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SameRowsEveryTimeTest {
    /** Changes only with a deliberate change of the sample. */
    private static final String FINGERPRINT = "c523681218fb34567757b76add07f18a20e48b13026207976664eb8a89a46497";

    @Test
    void theRowsAreTheSameOnEveryMachine() throws Exception {
        assertEquals(FINGERPRINT, fingerprint(Sample.of2022()));
    }

    @Test
    void generatingAgainChangesNothing() throws Exception {
        assertEquals(fingerprint(Sample.of2022()), fingerprint(Sample.of2022()));
    }

    @Test
    void everyPartySaysThatItIsInvented() {
        var sample = Sample.of2022();
        assertTrue(Stream.concat(
                        sample.reconsiderations().stream().map(Reconsideration::applicantName),
                        sample.suits().stream().map(Suit::plaintiff))
                .allMatch(name -> name.startsWith("合成") && name.endsWith("（虚构）")));
        assertTrue(Leaders.everywhere().leaders().stream()
                .allMatch(leader -> leader.body().get("name").toString().endsWith("（虚构）")));
    }

    private static String fingerprint(Sample sample) throws Exception {
        var all = sample.reconsiderationsCsv() + sample.suitsCsv() + sample.documentsCsv() + sample.risks();
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
    }
}
