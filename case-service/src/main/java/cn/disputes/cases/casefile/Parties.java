package cn.disputes.cases.casefile;

import cn.disputes.cases.privacy.Seal;
import cn.disputes.cases.privacy.SealConfig;
import cn.disputes.contract.events.EventJson;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * The parties as a case row keeps them: kind and name as they are, for the search by any part of a name; number, phone
 * and address sealed to the case, and a keyed hash of the number for the exact search.
 */
public final class Parties {
    private Parties() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Kept(
            Party.Kind kind,
            String name,
            String sealed,
            String idHash,
            String idNumber,
            String phone,
            String address) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Hidden(String idNumber, String phone, String address) {}

    /** @param config of the statement that writes */
    public static String json(ConfigRegistry config, UUID caseId, List<Party> parties) {
        return json(config.get(SealConfig.class).seal(), caseId, parties);
    }

    static String json(Seal seal, UUID caseId, List<Party> parties) {
        return StepLog.json(
                parties.stream().map(party -> kept(seal, caseId, party)).toList());
    }

    /** @param config of the statement that read; rows written before there was a seal are read as they stand */
    public static List<Party> read(ConfigRegistry config, UUID caseId, String json) {
        return read(config.get(SealConfig.class).seal(), caseId, json);
    }

    /** Their names as one cell of a table; nothing that is sealed is opened for it. */
    static String names(String json, boolean whole) {
        try {
            return Stream.of(EventJson.MAPPER.readValue(json, Kept[].class))
                    .map(kept -> new Party(kept.kind(), kept.name(), null, null, null))
                    .map(party -> whole ? party.name() : party.masked().name())
                    .collect(Collectors.joining("、"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("parties unreadable");
        }
    }

    /** The same parties sealed under the newest key. */
    public static String resealed(Seal seal, UUID caseId, String json) {
        return json(seal, caseId, read(seal, caseId, json));
    }

    static List<Party> read(Seal seal, UUID caseId, String json) {
        try {
            return List.of(EventJson.MAPPER.readValue(json, Kept[].class)).stream()
                    .map(kept -> party(seal, caseId, kept))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("parties unreadable");
        }
    }

    private static Kept kept(Seal seal, UUID caseId, Party party) {
        var hidden = new Hidden(party.idNumber(), party.phone(), party.address());
        var none = party.idNumber() == null && party.phone() == null && party.address() == null;
        return new Kept(
                party.kind(),
                party.name(),
                none ? null : seal.seal(StepLog.json(hidden), context(caseId)),
                party.idNumber() == null ? null : seal.hash(party.idNumber()),
                null,
                null,
                null);
    }

    private static Party party(Seal seal, UUID caseId, Kept kept) {
        if (kept.sealed() == null)
            return new Party(kept.kind(), kept.name(), kept.idNumber(), kept.phone(), kept.address());
        try {
            var hidden = EventJson.MAPPER.readValue(seal.open(kept.sealed(), context(caseId)), Hidden.class);
            return new Party(kept.kind(), kept.name(), hidden.idNumber(), hidden.phone(), hidden.address());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("party unreadable");
        }
    }

    private static String context(UUID caseId) {
        return "party of " + caseId;
    }
}
