package cn.disputes.stats;

import cn.disputes.contract.events.CaseEvent;
import cn.disputes.contract.events.EventJson;
import cn.disputes.contract.events.EventType;
import cn.disputes.stats.facts.FactStore;
import cn.disputes.stats.facts.Locks;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What a feed tells of a case, as the JSON it comes in: a field that a newer producer adds changes nothing here. */
public record Told(EventType type, Map<String, Object> data) {
    private static final String BUREAU = "11330700002592265Y";

    public static Told reconsideration(String number, String region, String received) {
        return told(EventType.RECONSIDERATION_CHANGED, number, region)
                .with("caseNumber", number)
                .with("respondentCode", BUREAU)
                .with("respondentName", "（虚构）局")
                .with("actType", "PENALTY")
                .with("domain", "MARKET_REGULATION")
                .with("status", "ACCEPTED")
                .with("procedure", "ORDINARY")
                .with("lawVersion", "XZFY-2017")
                .with("receivedOn", received)
                .with("acceptedOn", received)
                .with("decideDueOn", LocalDate.parse(received).plusDays(60));
    }

    public static Told suit(String number, String region, String filed) {
        return told(EventType.LITIGATION_CHANGED, number, region)
                .with("caseNumber", number)
                .with("court", "（虚构）人民法院")
                .with("instance", "FIRST")
                .with("defendantCode", BUREAU)
                .with("defendantName", "（虚构）局")
                .with("coDefendantCodes", List.of())
                .with("actType", "PENALTY")
                .with("domain", "MARKET_REGULATION")
                .with("status", "FILED")
                .with("filedOn", filed)
                .with("hearings", List.of());
    }

    public static Told supervision(String number, String region, String issued) {
        return told(EventType.SUPERVISION_DOCUMENT_CHANGED, number, region)
                .with("documentNumber", number)
                .with("kind", "OPINION")
                .with("issuedToCode", BUREAU)
                .with("issuedToName", "（虚构）局")
                .with("issuedOn", issued);
    }

    public static Told risk(String number, String region, String flagged) {
        return told(EventType.RISK_CASE_CHANGED, "risk " + number, region)
                .with("litigationCaseNumber", number)
                .with("defendantCode", BUREAU)
                .with("defendantName", "（虚构）局")
                .with("level", "RED")
                .with("score", 70)
                .with("state", "FLAGGED")
                .with("flaggedOn", flagged)
                .with("months", List.of());
    }

    private static Told told(EventType type, String number, String region) {
        return new Told(type, new LinkedHashMap<>())
                .with("id", UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8)))
                .with("version", 1)
                .with("regionCode", region)
                .with("recordedAt", "2022-12-31T00:00:00Z");
    }

    public Told concluded(String on, String outcome) {
        return with("status", "CONCLUDED").with("concludedOn", on).with("outcome", outcome);
    }

    /** The next version, with another value. */
    public Told then(String field, Object value) {
        return new Told(type, new LinkedHashMap<>(data))
                .with("version", (int) data.get("version") + 1)
                .with(field, value);
    }

    public Told with(String field, Object value) {
        data.put(field, value instanceof LocalDate || value instanceof UUID ? value.toString() : value);
        return this;
    }

    public CaseEvent event() {
        return EventJson.MAPPER.convertValue(data, type.payload());
    }

    /** No facts; under the lock of whoever keeps the cells, who locks the same tables in another order. */
    public static void empty(Jdbi jdbi) {
        jdbi.useTransaction(h -> {
            h.createQuery("SELECT pg_advisory_xact_lock(" + Locks.CELLS + ")::text")
                    .mapTo(String.class)
                    .one();
            h.execute("TRUNCATE fact");
        });
    }

    /** Straight into the facts, as a follower does it. */
    public static void fold(Jdbi jdbi, Told... told) {
        var events = Arrays.stream(told).map(Told::event).toList();
        jdbi.useTransaction(h -> new FactStore(FactStore.FACT).applyAll(h, events));
    }
}
