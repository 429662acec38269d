package cn.disputes.alerts.scoring;

import cn.disputes.alerts.risk.RiskCases;
import cn.disputes.alerts.risk.RiskRules.Score;
import cn.disputes.alerts.risk.Rows;
import cn.disputes.alerts.risk.SuitFacts;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

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
    private record Inputs(Object domain, Object actType, LocalDate from, Object alerted, Object evidence) {
        static Inputs of(SuitFacts facts) {
            return new Inputs(facts.domain(), facts.actType(), facts.from(), facts.alerted(), facts.evidence());
        }
    }

    private Scorings() {}

    /** Stores what differs from the suit's last score; a score by other rules always does. */
    public static void save(
            Handle h, Cause cause, int ruleVersion, LocalDate day, Instant now, Collection<Scoring> scorings) {
        if (scorings.isEmpty()) return;
        var rows = new Rows(scorings.size());
        for (var s : scorings) {
            rows.add("case_number", s.caseNumber())
                    .add("region_code", s.regionCode())
                    .add("level", s.score().level())
                    .add("points", s.score().points())
                    .add("factors", RiskCases.json(s.score().factors()))
                    .add("inputs", RiskCases.json(Inputs.of(s.facts())));
        }
        rows.bind(h.createUpdate(SAVE))
                .bind("cause", cause.name())
                .bind("version", ruleVersion)
                .bind("day", day)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static final String SAVE =
            """
            WITH given AS MATERIALIZED (
                SELECT * FROM unnest(CAST(:case_number AS text[]), CAST(:region_code AS text[]), CAST(:level AS text[]),
                    CAST(:points AS int[]), CAST(:factors AS jsonb[]), CAST(:inputs AS jsonb[]))
                    AS t (case_number, region_code, level, points, factors, inputs)),
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
