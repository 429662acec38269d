package cn.disputes.cases.casefile;

import cn.disputes.cases.privacy.Seal;
import cn.disputes.cases.privacy.SealConfig;
import cn.disputes.contract.events.EventJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * The free text of steps and proposals as it lies in the database: each text sealed where it stands, bound to the case, so
 * that codes and dates stay readable and a history folds without a key. Texts from before are read as they stand.
 *
 * @param json with every free text sealed
 * @param under what the sealed texts begin with, {@link #NONE} where there is none
 */
public record SealedText(String json, String under) {
    /** Nothing in it is free text. */
    public static final String NONE = "NONE";

    private static final Pattern ENVELOPE = Pattern.compile("v1\\.[0-9a-f]{8}\\.[A-Za-z0-9+/]+");

    /** What the texts of a case's steps are bound to. */
    public static String ofCase(UUID caseId) {
        return "steps of " + caseId;
    }

    /** What the texts of a proposal are bound to. */
    public static String ofProposal(UUID id) {
        return "proposal " + id;
    }

    /** What the reasons of assignment and recusal of a case are bound to. */
    public static String ofOffice(UUID caseId) {
        return "office of " + caseId;
    }

    /** One text by itself; null stays null. */
    public static String sealText(ConfigRegistry config, String context, String text) {
        return text == null ? null : config.get(SealConfig.class).seal().seal(text, context);
    }

    /** @param config of the handle or statement that writes */
    public static SealedText of(ConfigRegistry config, String context, Object body) {
        return of(config.get(SealConfig.class).seal(), context, EventJson.MAPPER.valueToTree(body));
    }

    static SealedText of(Seal seal, String context, JsonNode body) {
        var any = new boolean[1];
        var sealed = FreeText.each(body, text -> {
            any[0] = true;
            return seal.seal(text, context);
        });
        return new SealedText(StepLog.json(sealed), any[0] ? seal.newestPrefix() : NONE);
    }

    /** What is readable again; {@code body} as it was read, when nothing in it is sealed. */
    public static String open(ConfigRegistry config, String context, String body) {
        if (body == null || !body.contains("v1.")) return body;
        return StepLog.json(open(config.get(SealConfig.class).seal(), context, tree(body)));
    }

    private static JsonNode open(Seal seal, String context, JsonNode body) {
        return FreeText.each(body, text -> openText(seal, context, text));
    }

    /** One text by itself. */
    public static String openText(ConfigRegistry config, String context, String text) {
        return text == null ? null : openText(config.get(SealConfig.class).seal(), context, text);
    }

    /** The same under a given seal. */
    public static String openText(Seal seal, String context, String text) {
        return ENVELOPE.matcher(text).matches() ? seal.open(text, context) : text;
    }

    /**
     * The same texts under the newest key.
     *
     * @throws IllegalStateException a key is not configured
     */
    public static SealedText resealed(Seal seal, String context, String body) {
        return of(seal, context, open(seal, context, tree(body)));
    }

    /** Whether every free text of it is sealed under the newest key already. */
    public static boolean isNewest(Seal seal, String body) {
        var other = new boolean[1];
        FreeText.each(tree(body), text -> {
            other[0] |= !text.startsWith(seal.newestPrefix())
                    || !ENVELOPE.matcher(text).matches();
            return text;
        });
        return !other[0];
    }

    private static JsonNode tree(String body) {
        try {
            return EventJson.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text unreadable");
        }
    }
}
