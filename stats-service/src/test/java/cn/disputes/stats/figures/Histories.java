package cn.disputes.stats.figures;

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
import cn.disputes.contract.events.CaseEvent;
import cn.disputes.contract.events.LitigationEvent;
import cn.disputes.contract.events.Particulars;
import cn.disputes.contract.events.ReconsiderationEvent;
import cn.disputes.contract.events.RiskCaseEvent;
import cn.disputes.contract.events.SupervisionDocumentEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Random case histories: few regions, agencies and days, so that everything meets everything. */
public final class Histories {
    static final List<String> REGIONS = List.of("330700", "330702", "330782", "330783");
    static final List<String> AGENCIES = List.of("A", "B", "C");
    static final List<String> COURTS = List.of("甲法院", "乙法院");
    static final Instant START = Instant.parse("2023-01-10T02:00:00Z");

    private final Random random;
    private final List<CaseEvent> events = new ArrayList<>();

    private Histories(long seed) {
        random = new Random(seed);
    }

    /** Every version of every case, in the order they were recorded. */
    public static List<CaseEvent> of(long seed) {
        var histories = new Histories(seed);
        var cases = 4 + histories.random.nextInt(14);
        for (var i = 0; i < cases; i++) histories.history();
        return histories.events;
    }

    private void history() {
        var id = new UUID(random.nextLong(), random.nextLong());
        var number = random.nextInt(8);
        var kind = random.nextInt(10);
        var at = START.plusSeconds(random.nextInt(200_000));
        for (var version = 1; version <= 1 + random.nextInt(4); version++) {
            events.add(
                    kind < 4
                            ? reconsideration(id, version, number, at)
                            : kind < 8
                                    ? litigation(id, version, number, at)
                                    : kind < 9 ? document(id, version, number, at) : risk(id, version, number, at));
            at = at.plusSeconds(1 + random.nextInt(200_000));
        }
    }

    private ReconsiderationEvent reconsideration(UUID id, int version, int number, Instant at) {
        var received = day();
        var outcome = random.nextInt(4) == 0 ? null : any(ReconsiderationOutcome.values());
        var accepted = random.nextInt(3) == 0 ? null : received.plusDays(random.nextInt(5));
        var concluded = outcome == null ? null : received.plusDays(random.nextInt(150) - 3);
        return new ReconsiderationEvent(
                id,
                version,
                "R" + number,
                any(REGIONS),
                any(AGENCIES),
                "机关",
                act(),
                domain(),
                "ACCEPTED",
                null,
                "XZFY-2023",
                received,
                accepted,
                accepted == null ? null : accepted.plusDays(60),
                concluded,
                outcome,
                outcome == ReconsiderationOutcome.WITHDRAWN ? any(OutcomeGround.values()) : null,
                concluded,
                at,
                particulars());
    }

    private LitigationEvent litigation(UUID id, int version, int number, Instant at) {
        var filed = day();
        var outcome = random.nextInt(5) == 0 ? null : any(LitigationOutcome.values());
        var concluded = outcome == null ? null : filed.plusDays(random.nextInt(150));
        var hearings = new ArrayList<LitigationEvent.Hearing>();
        for (var i = random.nextInt(3); i > 0; i--)
            hearings.add(new LitigationEvent.Hearing(filed, any(HeadAttendance.values())));
        return new LitigationEvent(
                id,
                version,
                "L" + number,
                any(COURTS),
                random.nextInt(5) < 3 ? Instance.FIRST : any(Instance.values()),
                any(REGIONS),
                any(AGENCIES),
                "机关",
                random.nextInt(3) == 0 ? any(AGENCIES) : null,
                random.nextInt(3) == 0 ? List.of("复议机关") : List.of(),
                act(),
                domain(),
                "FILED",
                filed,
                null,
                null,
                null,
                random.nextBoolean() ? "R" + random.nextInt(8) : null,
                random.nextInt(3) == 0 ? "L" + random.nextInt(8) : null,
                hearings,
                concluded,
                outcome,
                outcome == LitigationOutcome.WITHDRAWN && random.nextBoolean() ? any(OutcomeGround.values()) : null,
                concluded == null || random.nextInt(4) == 0 ? null : concluded.plusDays(random.nextInt(40)),
                at,
                particulars());
    }

    private SupervisionDocumentEvent document(UUID id, int version, int number, Instant at) {
        var issued = day();
        return new SupervisionDocumentEvent(
                id,
                version,
                "S" + number,
                any(SupervisionKind.values()),
                any(REGIONS),
                any(AGENCIES),
                "机关",
                issued,
                null,
                null,
                random.nextBoolean() ? issued.plusDays(random.nextInt(100)) : null,
                at);
    }

    private RiskCaseEvent risk(UUID id, int version, int number, Instant at) {
        var flagged = day();
        var state = any(RiskState.values());
        var month = random.nextBoolean() ? YearMonth.from(flagged).plusMonths(random.nextInt(3)) : null;
        return new RiskCaseEvent(
                id,
                version,
                "L" + number,
                any(REGIONS),
                any(AGENCIES),
                "机关",
                act(),
                domain(),
                any(RiskLevel.values()),
                50,
                state,
                flagged,
                month,
                month == null ? List.of() : List.of(month),
                state == RiskState.RESOLVED ? flagged.plusDays(random.nextInt(60)) : null,
                at);
    }

    /** Now and then nothing is told, as by a producer that does not know. */
    private Particulars particulars() {
        if (random.nextInt(4) == 0) return null;
        var team = random.nextInt(3) == 0 ? null : random.nextBoolean() ? "一科" : "二科";
        return new Particulars(
                any(List.of("CITY", "COUNTY", "TOWNSHIP")),
                random.nextBoolean() ? "DEPARTMENT" : "GOVERNMENT",
                1,
                0,
                null,
                null,
                null,
                null,
                team);
    }

    private LocalDate day() {
        return LocalDate.of(2021, 11, 1).plusDays(random.nextInt(420));
    }

    private ActType act() {
        return random.nextBoolean() ? ActType.PENALTY : ActType.COERCION;
    }

    private Domain domain() {
        return random.nextBoolean() ? Domain.TAX : Domain.OTHER;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
