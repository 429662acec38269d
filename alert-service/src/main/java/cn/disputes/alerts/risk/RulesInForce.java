package cn.disputes.alerts.risk;

import cn.disputes.contract.events.EventJson;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/** The versions of the rules; the highest is in force, and none ever changes. */
@ApplicationScoped
public class RulesInForce {
    /** One version. */
    public record Versioned(int version, RiskRules rules) {}

    /** Shared by whoever scores, held alone by whoever puts rules in force. */
    static final long LOCK = 32;

    private final Map<Integer, RiskRules> read = new ConcurrentHashMap<>();
    private final Clock clock;

    RulesInForce(Clock clock) {
        this.clock = clock;
    }

    public Versioned now(Handle h) {
        return of(h, version(h));
    }

    public static int version(Handle h) {
        return h.createQuery("SELECT max(version) FROM risk_rules")
                .mapTo(Integer.class)
                .one();
    }

    /** @throws ProblemException 422 when there is no such version */
    public Versioned of(Handle h, int version) {
        var known = read.get(version);
        if (known == null) {
            var body = h.createQuery("SELECT body::text FROM risk_rules WHERE version = :version")
                    .bind("version", version)
                    .mapTo(String.class)
                    .findOne()
                    .orElseThrow(() -> new ProblemException(GeneralProblem.UNKNOWN_REFERENCE)
                            .field("version", "没有这个版本", "There is no such version"));
            known = parse(body);
            read.put(version, known);
        }
        return new Versioned(version, known);
    }

    /** Puts rules in force and everything open up for scoring by them; held against others who do the same. */
    int put(Handle h, RiskRules rules, int version, String by) {
        h.createUpdate(
                        """
                        INSERT INTO risk_rules (version, body, recorded_by, recorded_at)
                        VALUES (:version, CAST(:body AS jsonb), :by, :now)""")
                .bind("version", version)
                .bind("body", RiskCases.json(rules))
                .bind("by", by)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        DueScores.everythingOpen(h, version, clock.instant());
        return version;
    }

    private static RiskRules parse(String body) {
        try {
            return EventJson.MAPPER.readValue(body, RiskRules.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("risk rules unreadable", e);
        }
    }
}
