package cn.disputes.alerts.delivery;

import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.events.EventJson;
import cn.disputes.conventions.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Where features put what is to be told; the row commits together with what it tells of. */
@ApplicationScoped
public class Notices {
    private final Clock clock;

    public Notices(Clock clock) {
        this.clock = clock;
    }

    /** Adds the notice unless its key is there already; says whether it is new. */
    public boolean add(
            Handle h,
            String key,
            NoticeKind kind,
            String code,
            String regionCode,
            RiskLevel level,
            Collection<String> agencyCodes,
            UUID caseId,
            String leaderId,
            Set<Audience> audiences,
            Map<String, ?> about) {
        return h.createUpdate(
                                """
                        INSERT INTO notice (id, key, kind, code, region_code, level, agency_codes, case_id, leader_id,
                            audiences, about, recorded_at)
                        VALUES (:id, :key, :kind, :code, :region, :level, :agencies, :case, :leader, :audiences,
                            CAST(:about AS jsonb), :now)
                        ON CONFLICT (key) DO NOTHING""")
                        .bind("id", Ids.next())
                        .bind("key", key)
                        .bind("kind", kind.name())
                        .bind("code", code)
                        .bind("region", regionCode)
                        .bind("level", level == null ? null : level.name())
                        .bindArray("agencies", String.class, agencyCodes.toArray())
                        .bind("case", caseId)
                        .bind("leader", leaderId)
                        .bindArray("audiences", String.class, names(audiences))
                        .bind("about", EventJson.MAPPER.valueToTree(about).toString())
                        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .execute()
                > 0;
    }

    /** Keeps on record that something was not told, and why ({@code reason}); nobody is looked for. */
    public void withhold(
            Handle h,
            String key,
            NoticeKind kind,
            String code,
            String regionCode,
            RiskLevel level,
            UUID caseId,
            String leaderId,
            String reason,
            Map<String, ?> about) {
        if (!add(h, key, kind, code, regionCode, level, List.of(), caseId, leaderId, Set.of(Audience.LEADER), about)) {
            return;
        }
        h.createUpdate(
                        """
                        WITH told AS (UPDATE notice SET routed_at = :now WHERE key = :key RETURNING id, region_code)
                        INSERT INTO delivery (id, notice_id, recipient, because, status, reason, region_code, recorded_at)
                        SELECT :id, id, :recipient, 'OWN_CASE', 'NOT_SENT', :reason, region_code, :now FROM told""")
                .bind("id", Ids.next())
                .bind("key", key)
                .bind("recipient", leaderId)
                .bind("reason", reason)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static Object[] names(Set<Audience> audiences) {
        return audiences.stream().map(Enum::name).sorted().toArray();
    }

    /** Notices whose recipients are not yet found; what another replica has in hand is left to it. */
    List<Notice> claimUnrouted(Handle h, int rows) {
        return h.createQuery(
                        """
                        SELECT id, key, kind, code, region_code, level, agency_codes, case_id, leader_id, audiences,
                               about::text AS about, recorded_at
                        FROM notice WHERE routed_at IS NULL ORDER BY recorded_at, id LIMIT :rows
                        FOR NO KEY UPDATE SKIP LOCKED""")
                .bind("rows", rows)
                .map(Notice::map)
                .list();
    }

    /** The first of them is told to nobody, and that is on record: it cannot be read or routed. */
    boolean setAside(Handle h) {
        return h.createUpdate(
                                """
                        WITH faulty AS (
                            UPDATE notice SET routed_at = :now WHERE id = (
                                SELECT id FROM notice WHERE routed_at IS NULL ORDER BY recorded_at, id LIMIT 1
                                FOR NO KEY UPDATE SKIP LOCKED)
                            RETURNING id, leader_id, region_code)
                        INSERT INTO delivery (id, notice_id, recipient, because, status, reason, region_code, recorded_at)
                        SELECT :id, id, leader_id, 'ADDRESSED', 'NOT_SENT', 'FAULT', region_code, :now FROM faulty""")
                        .bind("id", Ids.next())
                        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .execute()
                > 0;
    }

    void routed(Handle h, List<UUID> ids) {
        h.createUpdate("UPDATE notice SET routed_at = :now WHERE id = ANY (:ids)")
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bindArray("ids", UUID.class, ids.toArray())
                .execute();
    }
}
