package cn.disputes.alerts.delivery;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Tells the coordinators of a region when a court's system has fallen silent: no alert may mean no risk, or no system. */
@ApplicationScoped
class SourceNotices implements NoticeSource {
    private record Silent(
            String key, String id, String name, String region, Integer minutes, Instant heardAt, Instant since) {}

    /** One silence is one notice: its beginning is part of the key. */
    private static final String SILENT =
            """
            SELECT * FROM (
                SELECT 'source:' || id || ':' || extract(epoch FROM silent_since)::text AS key, id, name, region_code,
                       heartbeat_minutes, heard_at, silent_since
                FROM alert_source) s
            """;

    private final Jdbi jdbi;
    private final Notices notices;

    SourceNotices(Jdbi jdbi, Notices notices) {
        this.jdbi = jdbi;
        this.notices = notices;
    }

    @Scheduled(every = "${delivery.route-every:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    void announce() {
        jdbi.useTransaction(this::announce);
    }

    void announce(Handle h) {
        h.createQuery(
                        SILENT
                                + """
                        WHERE silent_since IS NOT NULL AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.key = s.key)
                        ORDER BY id""")
                .map((row, ctx) -> read(row))
                .list()
                .forEach(source -> notices.add(
                        h,
                        source.key(),
                        NoticeKind.COURT_SILENT,
                        null,
                        source.region(),
                        null,
                        List.of(),
                        null,
                        null,
                        Set.of(Audience.COORDINATOR),
                        Map.of("source", source.id(), "since", source.since().toString())));
    }

    @Override
    public Set<NoticeKind> kinds() {
        return Set.of(NoticeKind.COURT_SILENT);
    }

    @Override
    public Map<UUID, Telling> tell(Handle h, List<Notice> told) {
        var now = new HashMap<String, Silent>();
        h.createQuery(SILENT + " WHERE id = ANY (:ids)")
                .bindArray(
                        "ids",
                        String.class,
                        told.stream()
                                .map(n -> n.about().get("source").asText())
                                .distinct()
                                .toArray())
                .map((row, ctx) -> read(row))
                .forEach(source -> now.put(source.id(), source));
        var tellings = new HashMap<UUID, Telling>();
        for (var notice : told) {
            var source = now.get(notice.about().get("source").asText());
            if (source != null) tellings.put(notice.id(), telling(notice, source));
        }
        return tellings;
    }

    private static Telling telling(Notice notice, Silent source) {
        var since = notice.about().get("since").asText();
        if (source.since() == null || !source.since().toString().equals(since)) return Telling.moot("WITHDRAWN");
        var name = source.name() == null ? source.id() : source.name();
        var facts = new LinkedHashMap<String, Object>();
        facts.put("source", source.id());
        facts.put("name", source.name());
        facts.put("heartbeatMinutes", source.minutes());
        facts.put("heardAt", source.heardAt());
        facts.put("silentSince", source.since());
        var heard = source.heardAt() == null
                ? "从未收到"
                : "最后一次为 " + source.heardAt().atZone(DeliveryHours.SHANGHAI).toLocalDateTime();
        return Telling.of(
                name + " 超过约定时间未上报",
                name + " is silent beyond what was agreed",
                name + " 应每 " + source.minutes() + " 分钟上报，" + heard + "；在此期间没有预警不等于没有风险。",
                name + " should be heard every " + source.minutes()
                        + " minutes; until it is, no alert does not mean no risk.",
                facts);
    }

    private static Silent read(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Silent(
                row.getString("key"),
                row.getString("id"),
                row.getString("name"),
                row.getString("region_code"),
                row.getObject("heartbeat_minutes", Integer.class),
                instant(row.getObject("heard_at", OffsetDateTime.class)),
                instant(row.getObject("silent_since", OffsetDateTime.class)));
    }

    private static Instant instant(OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
