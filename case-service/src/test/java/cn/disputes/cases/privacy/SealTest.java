package cn.disputes.cases.privacy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {
    private static final String OLD = key(1);
    private static final String NEW = key(2);
    private static final String NUMBER = "330702180001010015";

    private final Seal seal = new Seal(DataKeys.parse(OLD));

    static String key(int fill) {
        var key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return Base64.getEncoder().encodeToString(key);
    }

    @Property(tries = 200)
    void opensToWhatWasSealed(@ForAll byte[] content, @ForAll String context) {
        var own = new Seal(DataKeys.parse(OLD));
        assertArrayEquals(content, own.openBytes(own.sealBytes(content, context), context));
        var text = Arrays.toString(content);
        assertEquals(text, own.open(own.seal(text, context), context));
    }

    @Test
    void showsNothingAndNeverTheSameTwice() {
        var once = seal.seal(NUMBER, "a");
        assertFalse(once.contains(NUMBER));
        assertNotEquals(once, seal.seal(NUMBER, "a"));
        assertTrue(once.startsWith(seal.newestPrefix()));
    }

    @Test
    void opensInItsOwnPlaceOnly() {
        var sealed = seal.seal(NUMBER, "party of one");
        assertThrows(IllegalStateException.class, () -> seal.open(sealed, "party of another"));
        var bytes = seal.sealBytes(new byte[] {1, 2, 3}, "a");
        bytes[bytes.length - 1] ^= 1;
        assertThrows(IllegalStateException.class, () -> seal.openBytes(bytes, "a"));
    }

    @Test
    void aNewKeySealsAndTheOldOneStillOpens() {
        var before = seal.seal(NUMBER, "a");
        var rotated = new Seal(DataKeys.parse(NEW + "\n" + OLD));
        assertEquals(NUMBER, rotated.open(before, "a"));
        assertFalse(before.startsWith(rotated.newestPrefix()));
        var after = rotated.seal(NUMBER, "a");
        var withoutOld = new Seal(DataKeys.parse(NEW));
        assertEquals(NUMBER, withoutOld.open(after, "a"));
        var missing = assertThrows(IllegalStateException.class, () -> withoutOld.open(before, "a"));
        assertTrue(missing.getMessage().contains("not configured"), missing.getMessage());
    }

    @Test
    void anEqualNumberIsFoundUnderEveryKeyInUse() {
        var rotated = new Seal(DataKeys.parse(NEW + "," + OLD));
        assertEquals(seal.hash(NUMBER), seal.hash(NUMBER));
        assertTrue(rotated.hashes(NUMBER).contains(seal.hash(NUMBER)));
        assertEquals(rotated.hash(NUMBER), rotated.hashes(NUMBER).get(0));
        assertNotEquals(seal.hash(NUMBER), seal.hash("330702180001010023"));
        assertFalse(seal.hash(NUMBER).contains(NUMBER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "c2hvcnQ=", "not base64!", "AAAA,AAAA"})
    void whatIsNoKeyIsRefusedWithoutQuotingIt(String configured) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> DataKeys.parse(configured));
        assertEquals("key 1 is not Base64 of 32 bytes", refusal.getMessage());
    }
}
