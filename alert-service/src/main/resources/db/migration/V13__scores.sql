-- The latest score of every suit that is open or has a risk case; level null: below the threshold and without an alert.
CREATE TABLE suit_score (
    case_number  text        PRIMARY KEY,
    sequence     int         NOT NULL,
    region_code  text        NOT NULL,
    rule_version int         NOT NULL,
    level        text,
    points       int         NOT NULL,
    factors      jsonb       NOT NULL,
    inputs       jsonb       NOT NULL,
    cites        text[]      NOT NULL,
    scored_on    date        NOT NULL,
    recorded_at  timestamptz NOT NULL
);
CREATE INDEX suit_score_list ON suit_score (points DESC, case_number);
-- whose score rests on a case that is amended
CREATE INDEX suit_score_cites ON suit_score USING gin (cites) WHERE cites <> '{}';

-- Every scoring: by which rules, from what, to what; append-only.
CREATE TABLE risk_score (
    case_number  text        NOT NULL,
    sequence     int         NOT NULL,
    cause        text        NOT NULL,
    rule_version int         NOT NULL,
    level        text,
    points       int         NOT NULL,
    factors      jsonb       NOT NULL,
    inputs       jsonb       NOT NULL,
    scored_on    date        NOT NULL,
    recorded_at  timestamptz NOT NULL,
    PRIMARY KEY (case_number, sequence)
);
-- a change of the rules scores a suit once
CREATE UNIQUE INDEX risk_score_rules ON risk_score (case_number, rule_version) WHERE cause = 'RULES';

-- Suits to be scored again. Never unique by suit: an entry that joined one already in hand would be lost with it.
CREATE TABLE score_due (
    id           bigint   GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- 0 something happened, 1 the rules changed: what happens goes first
    priority     smallint NOT NULL,
    case_number  text     NOT NULL,
    rule_version int
);
CREATE INDEX score_due_next ON score_due (priority, id);
CREATE INDEX score_due_rules ON score_due (rule_version) WHERE rule_version IS NOT NULL;

CREATE TABLE rescoring (
    rule_version int         PRIMARY KEY REFERENCES risk_rules,
    total        int         NOT NULL,
    started_at   timestamptz NOT NULL,
    finished_at  timestamptz
);

-- The shipped weights of what the register knows, for an office that has put none of its own in force. Suits without
-- an alert are scored and not flagged: registerCasesFrom is not set.
INSERT INTO risk_rules (version, body, recorded_by, recorded_at)
SELECT 2, body || '{
  "yellow": 25,
  "register": {"DEFENCE_OVERDUE": 35, "FIRST_INSTANCE_LOST": 30, "SIMILAR_CASE_LOST": 20, "RECONSIDERATION_CORRECTED": 20,
               "TOWNSHIP_ACTOR": 15, "GROUP_CASE": 15, "ACTOR_DIFFERS": 15, "HEAD_ABSENT": 10}
}', 'shipped', now()
FROM risk_rules WHERE version = 1 AND recorded_by = 'shipped' AND NOT EXISTS (SELECT FROM risk_rules WHERE version > 1);
