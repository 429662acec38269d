package cn.disputes.alerts;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;

import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.HeadAttendance;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import cn.disputes.contract.events.LitigationEvent;
import cn.disputes.contract.events.ReconsiderationEvent;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** What courts post and the register announces, for tests. */
public final class Courts {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final AtomicInteger AGENCIES = new AtomicInteger();

    private Courts() {}

    public static RequestSpecification as(String role, String region, String name) {
        return given().auth()
                .oauth2(token(role).region(region).name(name).sign())
                .contentType("application/json");
    }

    public static RequestSpecification court() {
        return as("court-liaison", "330700", "法院");
    }

    public static RequestSpecification coordinator() {
        return as("coordinator", "330700", "协调员");
    }

    /** Who may change what is one for all regions: the tests of one database keep cases in many. */
    public static RequestSpecification coordinatorOfAll() {
        return as("coordinator", "100000", "协调员");
    }

    /** A number no other test uses. */
    public static String number() {
        return "(2021)浙0782行初" + NUMBERS.incrementAndGet() + "号";
    }

    /** The code of an agency no other test uses: scores look at what else an agency lost. */
    public static String agency() {
        var n = AGENCIES.incrementAndGet();
        return "1133078200259" + ALPHABET.charAt(n / 900 % 31) + ALPHABET.charAt(n / 30 % 30) + ALPHABET.charAt(n % 30)
                + "5Y";
    }

    public static Map<String, Object> alert(
            String source, String id, String number, String raisedOn, String... reasons) {
        return new HashMap<>(Map.of(
                "source",
                source,
                "sourceAlertId",
                id,
                "court",
                "法院",
                "litigationCaseNumber",
                number,
                "regionCode",
                "330782",
                "defendantCode",
                "11330700002592265Y",
                "defendantName",
                "局",
                "riskReasons",
                List.of(reasons),
                "raisedOn",
                raisedOn));
    }

    /** A suit on its way to becoming an event of the register. */
    public static final class Suit {
        private final UUID id = UUID.randomUUID();
        private final String number;
        private long version = 1;
        private String region = "330782";
        private String defendant = agency();
        private String name = "局";
        private String actor;
        private Instance instance = Instance.FIRST;
        private ActType act = ActType.PENALTY;
        private Domain domain = Domain.OTHER;
        private LocalDate filedOn = LocalDate.of(2021, 3, 1);
        private LocalDate defenceDueOn;
        private LocalDate defenceFiledOn;
        private String reconsideration;
        private String previous;
        private List<LitigationEvent.Hearing> hearings = List.of();
        private LocalDate concludedOn;
        private LitigationOutcome outcome;

        private Suit(String number) {
            this.number = number;
        }

        public String number() {
            return number;
        }

        public Suit region(String code) {
            region = code;
            return this;
        }

        public Suit by(String code, String called) {
            defendant = code;
            name = called;
            return this;
        }

        public Suit actor(String code) {
            actor = code;
            return this;
        }

        public Suit about(ActType actType, Domain field) {
            act = actType;
            domain = field;
            return this;
        }

        public Suit filed(String day) {
            filedOn = LocalDate.parse(day);
            return this;
        }

        public Suit defence(String due, String filed) {
            defenceDueOn = LocalDate.parse(due);
            defenceFiledOn = filed == null ? null : LocalDate.parse(filed);
            return this;
        }

        public Suit after(String reconsiderationNumber) {
            reconsideration = reconsiderationNumber;
            return this;
        }

        public Suit appealOf(String previousNumber) {
            instance = Instance.SECOND;
            previous = previousNumber;
            return this;
        }

        public Suit heard(String day, HeadAttendance head) {
            hearings = List.of(new LitigationEvent.Hearing(LocalDate.parse(day), head));
            return this;
        }

        public Suit ended(String day, LitigationOutcome how) {
            concludedOn = LocalDate.parse(day);
            outcome = how;
            return this;
        }

        public Suit version(long v) {
            version = v;
            return this;
        }

        public LitigationEvent event() {
            return new LitigationEvent(
                    id,
                    version,
                    number,
                    "义乌市人民法院",
                    instance,
                    region,
                    defendant,
                    name,
                    actor,
                    List.of(),
                    act,
                    domain,
                    concludedOn == null ? "FILED" : "CONCLUDED",
                    filedOn,
                    null,
                    defenceDueOn,
                    defenceFiledOn,
                    reconsideration,
                    previous,
                    hearings,
                    concludedOn,
                    outcome,
                    outcome == LitigationOutcome.WITHDRAWN ? OutcomeGround.VOLUNTARY : null,
                    null,
                    Instant.parse("2026-01-01T00:00:00Z"),
                    null);
        }
    }

    public static Suit suit() {
        return new Suit(number());
    }

    public static Suit suit(String number) {
        return new Suit(number);
    }

    /** The same reconsideration, as it ends after all. */
    public static ReconsiderationEvent amended(ReconsiderationEvent r, ReconsiderationOutcome outcome) {
        return new ReconsiderationEvent(
                r.id(),
                r.version() + 1,
                r.caseNumber(),
                r.regionCode(),
                r.respondentCode(),
                r.respondentName(),
                r.actType(),
                r.domain(),
                r.status(),
                r.procedure(),
                r.lawVersion(),
                r.receivedOn(),
                r.acceptedOn(),
                r.decideDueOn(),
                r.concludedOn(),
                outcome,
                r.outcomeGround(),
                r.decisionServedOn(),
                r.recordedAt(),
                null);
    }

    public static ReconsiderationEvent reconsideration(
            String number,
            String respondent,
            String name,
            ActType act,
            Domain domain,
            String concludedOn,
            ReconsiderationOutcome outcome) {
        return new ReconsiderationEvent(
                UUID.randomUUID(),
                1,
                number,
                "330782",
                respondent,
                name,
                act,
                domain,
                "CONCLUDED",
                "ORDINARY",
                "XZFY-2017",
                LocalDate.parse(concludedOn).minusDays(50),
                LocalDate.parse(concludedOn).minusDays(45),
                null,
                LocalDate.parse(concludedOn),
                outcome,
                null,
                null,
                Instant.parse("2026-01-01T00:00:00Z"),
                null);
    }
}
