package cn.disputes.contract.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.HeadAttendance;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.codes.RiskState;
import cn.disputes.contract.codes.SupervisionKind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The wire form of each event, pinned: a change here is a change of the contract. */
class GoldenEventTest {
    private static final UUID ID = UUID.fromString("018f0000-0000-7000-8000-000000000001");
    private static final Instant RECORDED = Instant.parse("2022-03-01T02:03:04Z");
    private static final String AGENCY = "11330700002592265Y";

    static Stream<CaseEvent> events() {
        return Stream.of(
                new ReconsiderationEvent(
                        ID,
                        3,
                        "金政复〔2022〕12号",
                        "330700",
                        AGENCY,
                        "金华市司法局",
                        ActType.PENALTY,
                        Domain.PUBLIC_SECURITY,
                        "CONCLUDED",
                        "ORDINARY",
                        "XZFY-2017",
                        day(1),
                        day(3),
                        day(20),
                        day(18),
                        ReconsiderationOutcome.WITHDRAWN,
                        OutcomeGround.SETTLED,
                        day(19),
                        RECORDED,
                        new Particulars(
                                "CITY",
                                "JUSTICE",
                                3,
                                1,
                                "ONLINE",
                                new BigDecimal("1200.5"),
                                true,
                                new BigDecimal("800"),
                                "一科")),
                new LitigationEvent(
                        ID,
                        4,
                        "(2022)浙0702行初12号",
                        "婺城区人民法院",
                        Instance.FIRST,
                        "330702",
                        AGENCY,
                        "金华市司法局",
                        null,
                        List.of(),
                        ActType.COERCION,
                        Domain.TOWNSHIP,
                        "CONCLUDED",
                        day(1),
                        day(2),
                        day(17),
                        day(10),
                        "金政复〔2022〕12号",
                        null,
                        List.of(new LitigationEvent.Hearing(day(15), HeadAttendance.DEPUTY)),
                        day(20),
                        LitigationOutcome.CONFIRMED_UNLAWFUL,
                        null,
                        day(28),
                        RECORDED,
                        new Particulars("CITY", "JUSTICE", 2, null, null, null, null, null, null)),
                new SupervisionDocumentEvent(
                        ID,
                        1,
                        "金府复意〔2022〕1号",
                        SupervisionKind.OPINION,
                        "330700",
                        AGENCY,
                        "金华市司法局",
                        day(1),
                        "金政复〔2022〕12号",
                        day(28),
                        null,
                        RECORDED),
                new RiskCaseEvent(
                        ID,
                        2,
                        "(2022)浙0702行初12号",
                        "330702",
                        AGENCY,
                        "金华市司法局",
                        ActType.COERCION,
                        Domain.TOWNSHIP,
                        RiskLevel.RED,
                        80,
                        RiskState.ASSIGNED,
                        day(5),
                        YearMonth.of(2022, 3),
                        List.of(YearMonth.of(2022, 3)),
                        null,
                        RECORDED),
                new WarningEvent(
                        ID,
                        2,
                        "330700",
                        "REPLY_DUE_2",
                        "RESPONDENT",
                        "reconsiderations",
                        ID,
                        "金政复〔2022〕12号",
                        List.of(AGENCY),
                        day(20),
                        day(18),
                        day(19),
                        "答复期限还有两个工作日",
                        "two working days left to reply",
                        "Art. 48",
                        RECORDED),
                new AlertSourceEvent(
                        ID,
                        2,
                        "330702",
                        "wucheng-court",
                        "婺城区法院",
                        60,
                        Instant.parse("2022-03-01T02:00:00Z"),
                        Instant.parse("2022-03-01T03:00:00Z"),
                        Instant.parse("2022-03-01T05:00:00Z"),
                        RECORDED));
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2022, 3, day);
    }

    private static JsonNode golden(CaseEvent event) throws IOException {
        return EventJson.MAPPER.readTree(
                GoldenEventTest.class.getResource("/golden/" + event.type().wireName() + ".json"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void writesAndReadsTheGoldenForm(CaseEvent event) throws IOException {
        assertEquals(golden(event), EventJson.MAPPER.readTree(EventJson.MAPPER.writeValueAsString(event)));
        assertEquals(
                event, EventJson.MAPPER.treeToValue(golden(event), event.type().payload()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void ignoresAFieldANewerProducerAdds(CaseEvent event) throws IOException {
        var newer = ((ObjectNode) golden(event)).put("addedLater", 1);
        assertEquals(event, EventJson.MAPPER.treeToValue(newer, event.type().payload()));
    }

    /** A follower goes on with events from before there were particulars. */
    @Test
    void readsEventsWithoutParticulars() throws IOException {
        for (var event : events().limit(2).toList()) {
            var older = ((ObjectNode) golden(event)).without("particulars");
            assertNull(
                    particulars(EventJson.MAPPER.treeToValue(older, event.type().payload())));
        }
    }

    private static Particulars particulars(CaseEvent event) {
        return event instanceof ReconsiderationEvent
                ? ((ReconsiderationEvent) event).particulars()
                : ((LitigationEvent) event).particulars();
    }

    @Test
    void doesNotCountACodeItDoesNotKnow() throws IOException {
        var event = (ObjectNode) golden(events().findFirst().orElseThrow());
        event.put("outcome", "INVENTED_LATER");
        assertThrows(
                InvalidFormatException.class, () -> EventJson.MAPPER.treeToValue(event, ReconsiderationEvent.class));
    }

    @Test
    void namesNobody() {
        for (var type : EventType.values()) {
            for (var component : Stream.concat(
                            Stream.of(type.payload().getRecordComponents()),
                            Stream.of(Particulars.class.getRecordComponents()))
                    .toList()) {
                var name = component.getName().toLowerCase();
                assertNull(
                        Stream.of("applicant", "plaintiff", "phone", "idnumber", "address")
                                .filter(name::contains)
                                .findFirst()
                                .orElse(null),
                        name);
            }
        }
    }
}
