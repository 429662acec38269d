package cn.disputes.alerts.analysis;

import cn.disputes.alerts.analysis.LossAnalysis.State;
import cn.disputes.alerts.calendar.Calendars;
import cn.disputes.alerts.risk.RiskCases;
import cn.disputes.contract.events.LitigationEvent;
import cn.disputes.conventions.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The SQL of losses and their reports. */
@ApplicationScoped
class LossStore {
    private final Calendars calendars;
    private final LossConfig config;
    private final Clock clock;

    LossStore(Calendars calendars, LossConfig config, Clock clock) {
        this.calendars = calendars;
        this.config = config;
        this.clock = clock;
    }

    /** Keeps what the register says of a suit, unless it knows better already. */
    boolean keep(Handle h, LitigationEvent suit) {
        return h.createUpdate(
                                """
                        INSERT INTO judged_suit (case_number, previous_number, version, region_code, defendant_code,
                            defendant_name, actor_code, act_type, domain, outcome, lost, effective_on)
                        VALUES (:number, :previous, :version, :region, :code, :name, :actor, :act, :domain, :outcome, :lost,
                            :effective)
                        ON CONFLICT (case_number) DO UPDATE SET previous_number = excluded.previous_number,
                            version = excluded.version, region_code = excluded.region_code,
                            defendant_code = excluded.defendant_code, defendant_name = excluded.defendant_name,
                            actor_code = excluded.actor_code, act_type = excluded.act_type, domain = excluded.domain,
                            outcome = excluded.outcome, lost = excluded.lost, effective_on = excluded.effective_on
                        WHERE judged_suit.version < excluded.version""")
                        .bind("number", suit.caseNumber())
                        .bind("previous", suit.previousCaseNumber())
                        .bind("version", suit.version())
                        .bind("region", suit.regionCode())
                        .bind("code", suit.defendantCode())
                        .bind("name", suit.defendantName())
                        .bind("actor", suit.actorCode())
                        .bind(
                                "act",
                                suit.actType() == null ? null : suit.actType().name())
                        .bind(
                                "domain",
                                suit.domain() == null ? null : suit.domain().name())
                        .bind(
                                "outcome",
                                suit.outcome() == null ? null : suit.outcome().name())
                        .bind("lost", suit.outcome() != null && suit.outcome().lost())
                        .bind("effective", suit.effectiveOn())
                        .execute()
                > 0;
    }

    /** The loss that this suit's end brings into effect: its own, or that of the instance before, left standing. */
    Optional<Loss> lossWithEffect(Handle h, String caseNumber) {
        return h.createQuery(
                        """
                        SELECT s.* FROM judged_suit s LEFT JOIN judged_suit p ON p.case_number = s.previous_number
                        WHERE s.case_number = :number AND s.effective_on IS NOT NULL
                          AND (s.lost OR s.outcome = 'APPEAL_DISMISSED' AND p.lost)""")
                .bind("number", caseNumber)
                .map((row, ctx) -> new Loss(
                        row.getString("case_number"),
                        row.getString("region_code"),
                        row.getString("defendant_code"),
                        row.getString("defendant_name"),
                        row.getString("actor_code") == null
                                ? row.getString("defendant_code")
                                : row.getString("actor_code"),
                        row.getString("act_type"),
                        row.getString("domain"),
                        row.getString("outcome"),
                        row.getObject("effective_on", LocalDate.class)))
                .findOne();
    }

    /** The appeals against this suit's judgment that were dismissed. */
    List<String> dismissedAppeals(Handle h, String caseNumber) {
        return h.createQuery(
                        """
                        SELECT case_number FROM judged_suit
                        WHERE previous_number = :number AND outcome = 'APPEAL_DISMISSED' ORDER BY case_number""")
                .bind("number", caseNumber)
                .mapTo(String.class)
                .list();
    }

    /** One dispute is analysed once: a loss on appeal or retrial after a loss below is the same. */
    boolean analysedElsewhere(Handle h, String caseNumber) {
        return h.createQuery(
                        """
                        SELECT EXISTS (
                            SELECT 1 FROM loss_analysis a
                            WHERE a.state <> 'VOID' AND a.case_number <> :number AND a.case_number IN (
                                SELECT previous_number FROM judged_suit WHERE case_number = :number
                                UNION ALL SELECT case_number FROM judged_suit WHERE previous_number = :number
                                UNION ALL SELECT o.case_number FROM judged_suit s
                                    JOIN judged_suit o ON o.previous_number = s.previous_number
                                    WHERE s.case_number = :number))""")
                .bind("number", caseNumber)
                .mapTo(Boolean.class)
                .one();
    }

    /** Demands the report; one that became void is demanded anew, from its first rung; one that is there stays as it is. */
    void demand(Handle h, Loss loss) {
        h.createUpdate(
                        """
                        DELETE FROM loss_rung WHERE analysis_id IN (
                            SELECT id FROM loss_analysis WHERE case_number = :number AND state = 'VOID' FOR UPDATE)""")
                .bind("number", loss.caseNumber())
                .execute();
        var today = LocalDate.now(clock);
        var counted = LossDeadlines.clock(loss.effectiveOn(), today, calendars.current(h));
        var historical = loss.effectiveOn().isBefore(today.minusDays(config.lookBackDays()));
        h.createUpdate(
                        """
                        INSERT INTO loss_analysis (id, case_number, region_code, defendant_code, defendant_name,
                            responsible_code, act_type, domain, outcome, effective_on, known_on, due_on, calendar_known,
                            state, next_at, recorded_at)
                        VALUES (:id, :number, :region, :code, :name, :responsible, :act, :domain, :outcome, :effective,
                            :today, :due, :known, :state, :next, :now)
                        ON CONFLICT (case_number) DO UPDATE SET effective_on = excluded.effective_on,
                            known_on = excluded.known_on, due_on = excluded.due_on,
                            calendar_known = excluded.calendar_known, state = excluded.state, next_at = excluded.next_at,
                            outcome = excluded.outcome, version = loss_analysis.version + 1
                        WHERE loss_analysis.state = 'VOID'""")
                .bind("id", Ids.next())
                .bind("number", loss.caseNumber())
                .bind("region", loss.regionCode())
                .bind("code", loss.defendantCode())
                .bind("name", loss.defendantName())
                .bind("responsible", loss.responsibleCode())
                .bind("act", loss.actType())
                .bind("domain", loss.domain())
                .bind("outcome", loss.outcome())
                .bind("effective", loss.effectiveOn())
                .bind("today", today)
                .bind("due", counted.dueOn())
                .bind("known", counted.calendarKnown())
                .bind("state", historical ? State.HISTORICAL.name() : State.DUE.name())
                .bind("next", historical ? null : today)
                .bind("now", now())
                .execute();
    }

    /** No loss any more: what was not filed is not demanded. */
    void withdraw(Handle h, String caseNumber) {
        h.createUpdate(
                        """
                        UPDATE loss_analysis SET state = 'VOID', next_at = NULL, version = version + 1
                        WHERE case_number = :number AND state IN ('DUE', 'HISTORICAL')""")
                .bind("number", caseNumber)
                .execute();
    }

    /** Reports with something to tell; what another replica has in hand is left to it. */
    List<LossAnalysis> claim(Handle h, LocalDate today, int rows) {
        return h.createQuery(
                        """
                        SELECT * FROM loss_analysis WHERE next_at <= :today ORDER BY next_at LIMIT :rows
                        FOR UPDATE SKIP LOCKED""")
                .bind("today", today)
                .bind("rows", rows)
                .map(LossAnalysis::map)
                .list();
    }

    List<LossDeadlines.Rung> fired(Handle h, UUID id) {
        return h.createQuery("SELECT rung FROM loss_rung WHERE analysis_id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .map(LossDeadlines.Rung::valueOf)
                .list();
    }

    void fire(Handle h, UUID id, LossDeadlines.Rung rung) {
        h.createUpdate("INSERT INTO loss_rung (analysis_id, rung, fired_at) VALUES (:id, :rung, :now)")
                .bind("id", id)
                .bind("rung", rung.name())
                .bind("now", now())
                .execute();
    }

    /** @param next when to look again; null: never */
    void look(Handle h, UUID id, LossDeadlines.Clock counted, LocalDate next) {
        h.createUpdate(
                        "UPDATE loss_analysis SET due_on = :due, calendar_known = :known, next_at = :next WHERE id = :id")
                .bind("id", id)
                .bind("due", counted.dueOn())
                .bind("known", counted.calendarKnown())
                .bind("next", next)
                .execute();
    }

    Optional<LossAnalysis> lockByNumber(Handle h, String caseNumber) {
        return h.createQuery("SELECT * FROM loss_analysis WHERE case_number = :number FOR UPDATE")
                .bind("number", caseNumber)
                .map(LossAnalysis::map)
                .findOne();
    }

    Optional<LossAnalysis> find(Handle h, UUID id, boolean lock) {
        return h.createQuery("SELECT * FROM loss_analysis WHERE id = :id" + (lock ? " FOR UPDATE" : ""))
                .bind("id", id)
                .map(LossAnalysis::map)
                .findOne();
    }

    /** Stores what was filed as the next version. */
    LossAnalysis file(Handle h, UUID id, LossRequest filed, String by) {
        return h.createQuery(
                        """
                        UPDATE loss_analysis SET state = 'FILED', causes = :causes, summary = :summary,
                            measures = CAST(:measures AS jsonb), responsible_code = coalesce(:responsible, responsible_code),
                            filed_on = coalesce(filed_on, :filedOn), filed_by = coalesce(filed_by, :by), next_at = NULL,
                            version = version + 1
                        WHERE id = :id RETURNING *""")
                .bind("id", id)
                .bindArray(
                        "causes",
                        String.class,
                        filed.causes().stream().map(Enum::name).distinct().toArray())
                .bind("summary", filed.summary())
                .bind("measures", RiskCases.json(filed.measures() == null ? List.of() : filed.measures()))
                .bind("responsible", filed.responsibleCode())
                .bind("filedOn", LocalDate.now(clock))
                .bind("by", by)
                .map(LossAnalysis::map)
                .one();
    }

    private java.time.OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
