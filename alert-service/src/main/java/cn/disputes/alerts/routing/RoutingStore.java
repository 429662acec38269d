package cn.disputes.alerts.routing;

import cn.disputes.contract.events.EventJson;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.RegionScope;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Leaders and duties, kept as they were put. */
@ApplicationScoped
public class RoutingStore {
    record Stored<T>(T value, long version) {}

    /** Routing over everything registered, ties decided by the open cases of each leader. */
    public Routing routing(Handle h) {
        return routing(h, openCases(h));
    }

    /** Routing over everything registered, ties decided by the load given. */
    public Routing routing(Handle h, Map<String, Integer> load) {
        return new Routing(leaders(h), duties(h), load);
    }

    public Map<String, Leader> leaders(Handle h) {
        var leaders = new HashMap<String, Leader>();
        all(h, "leader", Leader.class).forEach(leader -> leaders.put(leader.id(), leader));
        return leaders;
    }

    List<Duty> duties(Handle h) {
        return all(h, "duty", Duty.class);
    }

    /** How many open cases each leader has. */
    public Map<String, Integer> openCases(Handle h) {
        var load = new HashMap<String, Integer>();
        h.createQuery(
                        """
                        SELECT leader_id, count(*) AS cases FROM risk_case
                        WHERE closed_on IS NULL AND leader_id IS NOT NULL GROUP BY leader_id""")
                .map((row, ctx) -> Map.entry(row.getString("leader_id"), row.getInt("cases")))
                .forEach(one -> load.put(one.getKey(), one.getValue()));
        return load;
    }

    private static <T> List<T> all(Handle h, String table, Class<T> type) {
        return h.createQuery("SELECT body::text FROM " + table + " ORDER BY id")
                .mapTo(String.class)
                .map(body -> read(body, type))
                .list();
    }

    <T> List<T> list(Handle h, String table, Class<T> type, RegionScope scope, String after, int limit) {
        return h.createQuery("SELECT body::text FROM " + table
                        + " WHERE region_code >= :from AND region_code < :to AND id > :after ORDER BY id LIMIT :limit")
                .bind("from", scope.from())
                .bind("to", scope.to())
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(String.class)
                .map(body -> read(body, type))
                .list();
    }

    <T> Optional<Stored<T>> find(Handle h, String table, String id, Class<T> type, RegionScope scope) {
        return h.createQuery("SELECT body::text AS body, version, region_code FROM " + table + " WHERE id = :id")
                .bind("id", id)
                .map((row, ctx) -> {
                    if (!scope.covers(row.getString("region_code")))
                        throw new ProblemException(GeneralProblem.NOT_FOUND);
                    return new Stored<>(read(row.getString("body"), type), row.getLong("version"));
                })
                .findOne();
    }

    /** Held until the transaction ends. */
    void lock(Handle h, String what) {
        h.createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:what, 5))::text")
                .bind("what", what)
                .mapTo(String.class)
                .one();
    }

    /**
     * Held by every change of what is already registered: two changes, each harmless beside what the other found, must not
     * open a gap or close a circle together. What is new is put without it, as it can only add.
     */
    void lockTheTree(Handle h) {
        lock(h, "the tree of duties");
    }

    long putLeader(Handle h, Leader leader) {
        return h.createQuery(
                        """
                        INSERT INTO leader (id, region_code, body) VALUES (:id, :region, CAST(:body AS jsonb))
                        ON CONFLICT (id) DO UPDATE SET region_code = excluded.region_code, body = excluded.body,
                            version = leader.version + 1 RETURNING version""")
                .bind("id", leader.id())
                .bind("region", leader.regionCode())
                .bind("body", write(leader))
                .mapTo(Long.class)
                .one();
    }

    long putDuty(Handle h, Duty duty) {
        return h.createQuery(
                        """
                        INSERT INTO duty (id, leader_id, region_code, body)
                        VALUES (:id, :leader, :region, CAST(:body AS jsonb))
                        ON CONFLICT (id) DO UPDATE SET leader_id = excluded.leader_id, region_code = excluded.region_code,
                            body = excluded.body, version = duty.version + 1 RETURNING version""")
                .bind("id", duty.id())
                .bind("leader", duty.leaderId())
                .bind("region", duty.regionCode())
                .bind("body", write(duty))
                .mapTo(Long.class)
                .one();
    }

    private static <T> T read(String body, Class<T> type) {
        try {
            return EventJson.MAPPER.readValue(body, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("leader or duty unreadable", e);
        }
    }

    private static String write(Object value) {
        try {
            return EventJson.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("leader or duty not writable", e);
        }
    }
}
