package cn.disputes.alerts.escalation;

import cn.disputes.conventions.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Writes what the other features record of a case, at instants a test chooses. */
public final class RecordedCase {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    public final UUID id = Ids.next();
    public final String number;
    public final String region;
    private final Jdbi jdbi;

    private RecordedCase(Jdbi jdbi, String region) {
        this.jdbi = jdbi;
        this.region = region;
        this.number = "(2026)浙" + region.substring(2) + "行初" + (50_000 + NUMBERS.incrementAndGet()) + "号";
    }

    public static RecordedCase flagged(Jdbi jdbi, String region, String level, Instant at) {
        var recorded = new RecordedCase(jdbi, region);
        jdbi.useHandle(h -> h.execute(
                """
                INSERT INTO risk_case (id, litigation_case_number, region_code, defendant_code, defendant_name, level, score,
                    factors, state, flagged_on, version, recorded_at)
                VALUES (?, ?, ?, '11330700002592265Y', '虚构局', ?, 70, '[]', 'FLAGGED', ?, 1, ?)""",
                recorded.id,
                recorded.number,
                region,
                level,
                day(at),
                utc(at)));
        return recorded;
    }

    public static void leader(Jdbi jdbi, String id, String region, String rank, String more) {
        jdbi.useHandle(h -> h.execute(
                "INSERT INTO leader (id, region_code, body) VALUES (?, ?, CAST(? AS jsonb)) ON CONFLICT (id) DO NOTHING",
                id,
                region,
                "{\"id\":\"" + id + "\",\"name\":\"虚构" + id + "\",\"rank\":\"" + rank + "\",\"regionCode\":\"" + region
                        + "\",\"absences\":[]" + more + "}"));
    }

    /** An order of a round of its own. */
    public RecordedCase ordered(String leader, Instant at) {
        jdbi.useTransaction(h -> {
            var round = round(h, region, at);
            order(h, round, leader, at);
        });
        return this;
    }

    public static UUID round(Handle h, String region, Instant at) {
        var round = Ids.next();
        h.execute(
                """
                INSERT INTO assignment_round (id, month, region_code, cutoff, recorded_by, recorded_at)
                VALUES (?, ?, ?, ?, 'test', ?)""",
                round,
                "T" + NUMBERS.incrementAndGet(),
                region,
                day(at),
                utc(at));
        return round;
    }

    public void order(Handle h, UUID round, String leader, Instant at) {
        h.execute(
                """
                INSERT INTO assignment_order (round_id, month, case_id, leader_id, level, months_carried)
                SELECT id, month, ?, ?, 'RED', 0 FROM assignment_round WHERE id = ?""",
                id,
                leader,
                round);
        h.execute(
                """
                UPDATE risk_case SET leader_id = ?, state = CASE state WHEN 'FLAGGED' THEN 'ASSIGNED' ELSE state END,
                    version = version + 1, recorded_at = ? WHERE id = ?""",
                leader,
                utc(at),
                id);
    }

    /** An action, and the state it leads to. */
    public RecordedCase action(String type, String state, String leader, Instant at) {
        jdbi.useTransaction(h -> {
            h.execute(
                    """
                    INSERT INTO risk_action (case_id, sequence, type, on_date, leader_id, recorded_by, recorded_at)
                    SELECT ?, count(*) + 1, ?, ?, ?, 'test', ? FROM risk_action WHERE case_id = ?""",
                    id,
                    type,
                    day(at),
                    leader,
                    utc(at),
                    id);
            moved(h, state, leader, at);
        });
        return this;
    }

    /** The register moves the case: no action says so. */
    public RecordedCase moved(String state, Instant at) {
        jdbi.useTransaction(h -> moved(h, state, null, at));
        return this;
    }

    private void moved(Handle h, String state, String leader, Instant at) {
        var closed = state.equals("RESOLVED") || state.equals("LOST") || state.equals("WON");
        h.execute(
                """
                UPDATE risk_case SET state = ?, leader_id = coalesce(?, leader_id), closed_on = ?, version = version + 1,
                    recorded_at = ? WHERE id = ?""",
                state,
                leader,
                closed ? day(at) : null,
                utc(at),
                id);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneId.of("Asia/Shanghai"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
