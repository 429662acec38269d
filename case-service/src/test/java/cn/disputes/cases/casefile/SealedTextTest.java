package cn.disputes.cases.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.cases.privacy.DataKeys;
import cn.disputes.cases.privacy.Seal;
import cn.disputes.contract.events.EventJson;
import cn.disputes.deploy.local.DataKeyFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.junit.jupiter.api.Test;

/** Free text is sealed where it stands; codes, dates and numbers stay readable. */
class SealedTextTest {
    private static final String OLD = DataKeyFile.random();
    private static final String CONTEXT = "steps of a case";
    private static final String STEP =
            "{\"type\":\"RECTIFIED\",\"on\":\"2025-03-05\",\"reason\":\"合成甲来电\",\"ground\":7,\"replacement\":"
                    + "{\"type\":\"TRANSFERRED\",\"to\":\"某机关\",\"items\":[\"合成乙\",\"A1\"]}}";

    private final Seal seal = new Seal(DataKeys.parse(OLD));

    private static com.fasterxml.jackson.databind.JsonNode tree(String json) {
        try {
            return EventJson.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String open(Seal seal, String context, String json) {
        return SealedText.resealed(seal, context, json).json();
    }

    @Test
    void everyTextIsSealedAndNothingElse() {
        var sealed = SealedText.of(seal, CONTEXT, tree(STEP));
        for (var text : new String[] {"合成甲", "合成乙", "某机关"})
            assertFalse(sealed.json().contains(text), sealed.json());
        var kept = tree(sealed.json());
        assertEquals("RECTIFIED", kept.get("type").textValue());
        assertEquals("2025-03-05", kept.get("on").textValue());
        assertEquals(7, kept.get("ground").intValue());
        assertEquals("A1", kept.at("/replacement/items/1").textValue());
        assertEquals(seal.newestPrefix(), sealed.under());
        assertTrue(SealedText.isNewest(seal, sealed.json()));
        var plain = "{\"type\":\"ACCEPTED\",\"on\":\"2025-03-05\"}";
        assertEquals(new SealedText(plain, SealedText.NONE), SealedText.of(seal, CONTEXT, tree(plain)));
    }

    @Test
    void comesBackWholeInItsCaseOnly() {
        var config = new ConfigRegistry();
        var sealed = SealedText.of(seal, CONTEXT, tree(STEP)).json();
        assertThrows(IllegalStateException.class, () -> open(seal, "steps of another", sealed));
        assertThrows(IllegalStateException.class, () -> SealedText.open(config, CONTEXT, sealed), "no key is offered");
        var text = tree(sealed).get("reason").textValue();
        assertEquals("合成甲来电", SealedText.openText(seal, CONTEXT, text));
    }

    /** What a caller writes in the form of an envelope is sealed like any text, and comes back as it was written. */
    @Test
    void aTextThatLooksSealedIsSealedAllTheSame() {
        var lookalike = "v1.0123abcd.AAAA";
        var sealed = SealedText.of(seal, CONTEXT, tree("{\"note\":\"" + lookalike + "\"}"));
        var kept = tree(sealed.json()).get("note").textValue();
        assertFalse(kept.contains(lookalike));
        assertEquals(lookalike, SealedText.openText(seal, CONTEXT, kept));
    }

    @Test
    void whatWasWrittenBeforeTheSealIsReadAsItStands() {
        assertSame(STEP, SealedText.open(new ConfigRegistry(), CONTEXT, STEP), "no key is asked for");
        assertEquals("v1.旧文字", SealedText.openText(seal, CONTEXT, "v1.旧文字"));
        assertFalse(SealedText.isNewest(seal, STEP));
    }

    @Test
    void aNewKeyTakesOver() {
        var rotated = new Seal(DataKeys.parse(DataKeyFile.random() + "," + OLD));
        var sealed = SealedText.of(seal, CONTEXT, tree(STEP)).json();
        assertFalse(SealedText.isNewest(rotated, sealed));
        var anew = SealedText.resealed(rotated, CONTEXT, sealed);
        assertTrue(SealedText.isNewest(rotated, anew.json()));
        assertEquals(rotated.newestPrefix(), anew.under());
        assertThrows(IllegalStateException.class, () -> SealedText.resealed(seal, CONTEXT, anew.json()));
        assertEquals(
                "合成乙",
                SealedText.openText(
                        rotated,
                        CONTEXT,
                        tree(anew.json()).at("/replacement/items/0").textValue()));
    }
}
