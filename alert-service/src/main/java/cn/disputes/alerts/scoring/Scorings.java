package cn.disputes.alerts.scoring;

import cn.disputes.alerts.risk.RiskRules.Score;
import cn.disputes.alerts.risk.Rows;
import cn.disputes.alerts.risk.SuitFacts;
import cn.disputes.alerts.risk.Writing;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;

/** The SQL of scores: the latest of each suit, and every one that ever was. */
public final class Scorings {
    /** Why a suit was scored. */
    public enum Cause {
        /** A court's alert. */
        ALERT,
        /** Something new in the register, or a day gone by. */
        EVENT,
        /** Other rules. */
        RULES
    }

    /** One suit's score and what went into it. */
    public record Scoring(String caseNumber, String regionCode, SuitFacts facts, Score score) {}

    /** What a score was made of, as stored. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Inputs(Object domain, Object actType, LocalDate from, Object alerted, Object evidence) {
        static Inputs of(SuitFacts facts) {
            return new Inputs(facts.domain(), facts.actType(), facts.from(), facts.alerted(), facts.evidence());
        }
    }

    private Scorings() {}

    /** Stores what differs from the suit's last score; a score by other rules always does. */
    public static void save(
            Writing writing, Cause cause, int ruleVersion, LocalDate day, Instant now, Collection<Scoring> scorings) {
        if (scorings.isEmpty()) return;
        var rows = new Rows();
        for (var s : scorings) {
            rows.next()
                    .add("case_number", s.caseNumber())
                    .add("region_code", s.regionCode())
                    .add("level", s.score().level())
                    .add("points", s.score().points())
                    .json("factors", s.score().factors())
                    .json("inputs", Inputs.of(s.facts()));
        }
        writing.add("scores", SAVE, rows)
                .with("cause", cause.name())
                .with("version", ruleVersion)
                .with("day", day)
                .at(now.atOffset(ZoneOffset.UTC));
    }

    private static final String SAVE =
            """
            WITH given AS MATERIALIZED (
                SELECT * FROM json_to_recordset(CAST(:scores AS json)) AS t (case_number text, region_code text, level text,
                    points int, factors jsonb, inputs jsonb)),
            latest AS (
                INSERT INTO suit_score AS s (case_number, sequence, region_code, rule_version, level, points, factors, inputs,
                    cites, scored_on, recorded_at)
                SELECT case_number, 1, region_code, :version, level, points, factors, inputs,
                    ARRAY(SELECT e ->> 'caseNumber' FROM jsonb_array_elements(inputs -> 'evidence') e
                          WHERE e ->> 'caseNumber' IS NOT NULL),
                    CAST(:day AS date), CAST(:now AS timestamptz) FROM given ORDER BY case_number
                ON CONFLICT (case_number) DO UPDATE SET sequence = s.sequence + 1, region_code = excluded.region_code,
                    rule_version = excluded.rule_version, level = excluded.level, points = excluded.points,
                    factors = excluded.factors, inputs = excluded.inputs, cites = excluded.cites, scored_on = excluded.scored_on,
                    recorded_at = excluded.recorded_at
                WHERE s.rule_version <> excluded.rule_version OR s.level IS DISTINCT FROM excluded.level
                   OR s.points <> excluded.points OR s.inputs <> excluded.inputs OR s.factors <> excluded.factors
                   OR s.region_code <> excluded.region_code OR :cause = 'RULES'
                RETURNING case_number, sequence)
            INSERT INTO risk_score (case_number, sequence, cause, rule_version, level, points, factors, inputs, scored_on,
                recorded_at)
            SELECT g.case_number, latest.sequence, :cause, :version, g.level, g.points, g.factors, g.inputs,
                CAST(:day AS date), CAST(:now AS timestamptz)
            FROM given g JOIN latest USING (case_number)""";
}
