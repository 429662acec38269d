package cn.disputes.alerts.delivery;

import cn.disputes.contract.events.CaseEvent;
import cn.disputes.contract.events.EventJson;
import cn.disputes.contract.events.WarningEvent;
import cn.disputes.conventions.feed.Outbox;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Passes the register's warnings (预警提示) on: once when raised, again when raised again, not when withdrawn meanwhile. */
@ApplicationScoped
class WarningNotices implements CaseNews, NoticeSource {
    private static final Set<String> TO_AGENCIES =
            Set.of("RESPONDENT", "DEFENDANT_AGENCY", "AGENCY_HEAD", "ADDRESSED_AGENCY");

    private record Ours(UUID id, String leader) {}

    private final Notices notices;
    private final DeliveryConfig config;

    WarningNotices(Notices notices, DeliveryConfig config) {
        this.notices = notices;
        this.config = config;
    }

    @Override
    public void hear(Handle h, CaseEvent event) {
        if (!(event instanceof WarningEvent warning) || !keep(h, warning) || warning.withdrawnOn() != null) return;
        var audiences = EnumSet.of(audience(warning.audience()));
        var ours = ours(h, warning);
        if (ours.isPresent() && ours.get().leader() != null && !audiences.contains(Audience.COORDINATOR))
            audiences.add(Audience.LEADER);
        notices.add(
                h,
                "warning:" + warning.id() + ":" + warning.version(),
                NoticeKind.WARNING,
                warning.code(),
                warning.regionCode(),
                null,
                warning.agencyCodes() == null ? List.of() : warning.agencyCodes(),
                ours.map(Ours::id).orElse(null),
                ours.map(Ours::leader).orElse(null),
                audiences,
                Map.of("warningId", warning.id()));
    }

    private static boolean keep(Handle h, WarningEvent warning) {
        return h.createUpdate(
                                """
                        INSERT INTO heard_warning (id, version, code, case_number, due_on, withdrawn_on, body)
                        VALUES (:id, :version, :code, :number, :due, :withdrawn, CAST(:body AS jsonb))
                        ON CONFLICT (id) DO UPDATE SET version = excluded.version, due_on = excluded.due_on,
                            withdrawn_on = excluded.withdrawn_on, body = excluded.body
                        WHERE heard_warning.version < excluded.version""")
                        .bind("id", warning.id())
                        .bind("version", warning.version())
                        .bind("code", warning.code())
                        .bind("number", warning.caseNumber())
                        .bind("due", warning.dueOn())
                        .bind("withdrawn", warning.withdrawnOn())
                        .bind("body", Outbox.json(warning))
                        .execute()
                > 0;
    }

    /** An addressee that a newer register names and this service does not know is the coordinators' to pass on. */
    private static Audience audience(String register) {
        if (register != null && TO_AGENCIES.contains(register)) return Audience.AGENCY;
        return "LEADERSHIP".equals(register) ? Audience.LEADERSHIP : Audience.COORDINATOR;
    }

    private static Optional<Ours> ours(Handle h, WarningEvent warning) {
        if (!"litigations".equals(warning.kind()) || warning.caseNumber() == null) return Optional.empty();
        return h.createQuery("SELECT id, leader_id FROM risk_case WHERE litigation_case_number = :number")
                .bind("number", warning.caseNumber())
                .map((row, ctx) -> new Ours(row.getObject("id", UUID.class), row.getString("leader_id")))
                .findOne();
    }

    @Override
    public Set<NoticeKind> kinds() {
        return Set.of(NoticeKind.WARNING);
    }

    @Override
    public Map<UUID, Telling> tell(Handle h, List<Notice> told) {
        var ids = told.stream().map(WarningNotices::warningOf).distinct().toArray();
        var heard = new HashMap<UUID, WarningEvent>();
        h.createQuery("SELECT body::text AS body FROM heard_warning WHERE id = ANY (:ids)")
                .bindArray("ids", UUID.class, ids)
                .map((row, ctx) -> read(row.getString("body")))
                .forEach(warning -> heard.put(warning.id(), warning));
        var tellings = new HashMap<UUID, Telling>();
        for (var notice : told) {
            var warning = heard.get(warningOf(notice));
            if (warning != null) tellings.put(notice.id(), telling(notice, warning));
        }
        return tellings;
    }

    private Telling telling(Notice notice, WarningEvent warning) {
        if (warning.withdrawnOn() != null) return Telling.moot("WITHDRAWN");
        // a feed read from its beginning is no news
        var heardOn = LocalDate.ofInstant(notice.recordedAt(), DeliveryHours.SHANGHAI);
        if (warning.raisedOn() != null
                && warning.raisedOn().isBefore(heardOn.minusDays(config.stale().toDays())))
            return Telling.moot("STALE");
        var facts = new LinkedHashMap<String, Object>();
        facts.put("warningId", warning.id());
        facts.put("code", warning.code());
        facts.put("kind", warning.kind());
        facts.put("caseNumber", warning.caseNumber());
        facts.put("agencyCodes", warning.agencyCodes());
        facts.put("dueOn", warning.dueOn());
        facts.put("raisedOn", warning.raisedOn());
        facts.put("article", warning.article());
        var number = warning.caseNumber() == null ? "" : warning.caseNumber() + " ";
        var zh = new ArrayList<>(List.of(number + warning.zh()));
        var en = new ArrayList<>(List.of(number + warning.en()));
        if (warning.dueOn() != null) {
            zh.add("期限 " + warning.dueOn());
            en.add("last day " + warning.dueOn());
        }
        if (warning.article() != null) zh.add("依据 " + warning.article());
        return Telling.of(
                number + warning.zh(),
                number + warning.en(),
                String.join("；", zh) + "。",
                String.join("; ", en) + ".",
                facts);
    }

    private static UUID warningOf(Notice notice) {
        return UUID.fromString(notice.about().get("warningId").asText());
    }

    private static WarningEvent read(String body) {
        try {
            return EventJson.MAPPER.readValue(body, WarningEvent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("warning unreadable", e);
        }
    }
}
