package cn.disputes.stats;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;

import cn.disputes.contract.events.CaseEvent;
import cn.disputes.contract.events.EventJson;
import cn.disputes.contract.events.LitigationEvent;
import cn.disputes.contract.events.ReconsiderationEvent;
import cn.disputes.stats.facts.FactStore;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Cases as the registers announce them, for tests to count; each is synthetic. */
public final class Cases {
    private static final int PAGE = 500;

    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final Class<? extends CaseEvent> type;

    private Cases(Class<? extends CaseEvent> type, String number) {
        this.type = type;
        with("id", UUID.randomUUID().toString());
        with("version", 1);
        with("caseNumber", number);
        with("regionCode", "330702");
        with("actType", "PENALTY");
        with("domain", "OTHER");
        with("recordedAt", "2022-12-31T00:00:00Z");
    }

    /** A reconsideration received and accepted on a day. */
    public static Cases reconsideration(String number, String received) {
        return new Cases(ReconsiderationEvent.class, number)
                .with("respondentCode", "11330700002592265Y")
                .with("respondentName", "局")
                .with("status", "ACCEPTED")
                .with("procedure", "ORDINARY")
                .with("lawVersion", "XZFY-2017")
                .with("receivedOn", received)
                .with("acceptedOn", received)
                .with("decideDueOn", LocalDate.parse(received).plusDays(60).toString());
    }

    /** A suit of first instance filed on a day. */
    public static Cases suit(String number, String filed) {
        return new Cases(LitigationEvent.class, number)
                .with("court", "法院")
                .with("instance", "FIRST")
                .with("defendantCode", "11330700002592265Y")
                .with("defendantName", "局")
                .with("coDefendantCodes", List.of())
                .with("status", "CONCLUDED")
                .with("hearings", List.of())
                .with("filedOn", filed);
    }

    public Cases with(String field, Object value) {
        fields.put(field, value);
        return this;
    }

    public Cases region(String code) {
        return with("regionCode", code);
    }

    public Cases agency(String code) {
        return with(type == LitigationEvent.class ? "defendantCode" : "respondentCode", code);
    }

    public Cases concluded(String on, String outcome) {
        return with("status", "CONCLUDED").with("concludedOn", on).with("outcome", outcome);
    }

    /** Heard on the day it was filed. */
    public Cases heard(String... attendances) {
        return with(
                "hearings",
                Arrays.stream(attendances)
                        .map(a -> Map.of("on", fields.get("filedOn"), "headAttendance", a))
                        .toList());
    }

    /** A later version of the same case. */
    public Cases later(int version, String recordedAt) {
        var later = new Cases(type, (String) fields.get("caseNumber"));
        later.fields.putAll(fields);
        return later.with("version", version).with("recordedAt", recordedAt);
    }

    public UUID id() {
        return UUID.fromString((String) fields.get("id"));
    }

    public CaseEvent event() {
        return EventJson.MAPPER.convertValue(fields, type);
    }

    public static void apply(Jdbi jdbi, Cases... cases) {
        apply(jdbi, List.of(cases));
    }

    /** In pages, as the feed brings them. */
    public static void apply(Jdbi jdbi, List<Cases> cases) {
        for (var from = 0; from < cases.size(); from += PAGE) {
            var events = new ArrayList<CaseEvent>();
            cases.subList(from, Math.min(cases.size(), from + PAGE)).forEach(one -> events.add(one.event()));
            jdbi.useTransaction(h -> new FactStore(FactStore.FACT).applyAll(h, events));
        }
    }

    public static RequestSpecification as(String role) {
        return given().auth().oauth2(token(role).sign());
    }

    public static RequestSpecification as(String role, String region) {
        return given().auth().oauth2(token(role).region(region).sign());
    }
}
