-- The ladder of escalation (督办阶梯) by version; a run keeps the version it began with.
CREATE TABLE escalation_ladder (
    version     int         PRIMARY KEY,
    body        jsonb       NOT NULL,
    recorded_by text        NOT NULL,
    recorded_at timestamptz NOT NULL
);

-- How far each risk case has been looked at, and when the next thing is due.
CREATE TABLE escalation_case (
    case_id      uuid        PRIMARY KEY REFERENCES risk_case,
    seen_version bigint      NOT NULL DEFAULT 0,
    next_at      timestamptz,
    looked_at    timestamptz
);
CREATE INDEX escalation_case_due ON escalation_case (next_at) WHERE next_at IS NOT NULL;
-- what has changed since it was looked at is found by the time of the change
CREATE INDEX risk_case_recorded ON risk_case (recorded_at);

-- One climb of the ladder: begun by an order, a reassignment or a reopening.
CREATE TABLE escalation_run (
    case_id        uuid        NOT NULL REFERENCES risk_case,
    run            int         NOT NULL,
    leader_id      text        NOT NULL,
    level          text        NOT NULL,
    ladder_version int         NOT NULL REFERENCES escalation_ladder,
    started_at     timestamptz NOT NULL,
    started_on     date        NOT NULL,
    because        text        NOT NULL,
    signed         boolean     NOT NULL,
    resolve_by     date        NOT NULL,
    resolve_reason text        NOT NULL,
    ended_at       timestamptz,
    ended_because  text,
    PRIMARY KEY (case_id, run)
);
CREATE UNIQUE INDEX escalation_run_open ON escalation_run (case_id) WHERE ended_at IS NULL;

-- Each rung of a run exactly once.
CREATE TABLE escalation_rung (
    case_id        uuid        NOT NULL,
    run            int         NOT NULL,
    rung           text        NOT NULL,
    position       int         NOT NULL,
    state          text        NOT NULL,
    due_on         date,
    fires_at       timestamptz,
    calendar_known boolean     NOT NULL,
    fired_at       timestamptz,
    answered_at    timestamptz,
    answered_by    text,
    PRIMARY KEY (case_id, run, rung),
    FOREIGN KEY (case_id, run) REFERENCES escalation_run
);

-- What a person has said of a rung: received, or dealt with otherwise.
CREATE TABLE escalation_acknowledgement (
    case_id         uuid        NOT NULL,
    run             int         NOT NULL,
    rung            text        NOT NULL,
    note            text,
    acknowledged_by text        NOT NULL,
    recorded_at     timestamptz NOT NULL,
    PRIMARY KEY (case_id, run, rung),
    FOREIGN KEY (case_id, run, rung) REFERENCES escalation_rung
);

-- Nobody is silenced without author, reason and end.
CREATE TABLE escalation_silence (
    id          uuid        PRIMARY KEY,
    case_id     uuid        NOT NULL REFERENCES risk_case,
    until       date        NOT NULL,
    reason      text        NOT NULL,
    author      text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    lifted_at   timestamptz,
    lifted_by   text,
    announced   boolean     NOT NULL DEFAULT false
);
CREATE INDEX escalation_silence_case ON escalation_silence (case_id);

-- When the whole register was last compared with what has been looked at.
CREATE TABLE escalation_look (
    one       boolean     PRIMARY KEY DEFAULT true CHECK (one),
    looked_at timestamptz NOT NULL
);

INSERT INTO escalation_ladder (version, body, recorded_by, recorded_at) VALUES (1, '{
  "resolveWithin": {"days": 10, "unit": "DAYS"},
  "levels": {
    "RED": [
      {"code": "SIGN_FOR", "base": "HANDED_OVER", "days": 2, "unit": "WORKING_DAYS", "moment": "DAY_AFTER", "answer": "SIGNED", "tells": ["LEADER", "COORDINATOR"], "zh": "催签收", "en": "not signed for"},
      {"code": "PLAN", "base": "HANDED_OVER", "days": 5, "unit": "WORKING_DAYS", "moment": "DAY_AFTER", "answer": "PLANNED", "tells": ["LEADER", "COORDINATOR"], "zh": "催报化解方案", "en": "no plan filed"},
      {"code": "RESOLVE_LAST_DAY", "base": "RESOLVE_BY", "days": 0, "unit": "DAYS", "moment": "LAST_DAY", "answer": "RESOLVED", "tells": ["LEADER"], "zh": "化解期限届满提醒", "en": "last day to resolve"},
      {"code": "RESOLVE", "base": "RESOLVE_BY", "days": 0, "unit": "DAYS", "moment": "DAY_AFTER", "answer": "RESOLVED", "tells": ["LEADER", "COORDINATOR", "SUPERIOR"], "zh": "逾期未化解", "en": "not resolved in time"},
      {"code": "SUPERVISION_LETTER", "base": "RESOLVE_BY", "days": 30, "unit": "DAYS", "moment": "LAST_DAY", "answer": "RESOLVED", "tells": ["LEADER", "COORDINATOR", "SUPERIOR"], "zh": "督办函", "en": "letter of supervision"},
      {"code": "INTERVIEW", "base": "RESOLVE_BY", "days": 45, "unit": "DAYS", "moment": "LAST_DAY", "answer": "RESOLVED", "tells": ["LEADER", "COORDINATOR", "SUPERIOR"], "zh": "约谈", "en": "talk with the leader"},
      {"code": "VERIFY", "base": "CLAIMED", "days": 5, "unit": "WORKING_DAYS", "moment": "DAY_AFTER", "answer": "VERIFIED", "tells": ["COORDINATOR"], "zh": "催核验", "en": "claim not verified"}
    ],
    "ORANGE": [
      {"code": "SIGN_FOR", "base": "HANDED_OVER", "days": 2, "unit": "WORKING_DAYS", "moment": "DAY_AFTER", "answer": "SIGNED", "tells": ["LEADER", "COORDINATOR"], "zh": "催签收", "en": "not signed for"},
      {"code": "PLAN", "base": "HANDED_OVER", "days": 5, "unit": "WORKING_DAYS", "moment": "DAY_AFTER", "answer": "PLANNED", "tells": ["LEADER", "COORDINATOR"], "zh": "催报化解方案", "en": "no plan filed"},
      {"code": "RESOLVE_LAST_DAY", "base": "RESOLVE_BY", "days": 0, "unit": "DAYS", "moment": "LAST_DAY", "answer": "RESOLVED", "tells": ["LEADER"], "zh": "化解期限届满提醒", "en": "last day to resolve"},
      {"code": "RESOLVE", "base": "RESOLVE_BY", "days": 0, "unit": "DAYS", "moment": "DAY_AFTER", "answer": "RESOLVED", "tells": ["LEADER", "COORDINATOR"], "zh": "逾期未化解", "en": "not resolved in time"},
      {"code": "SUPERVISION_LETTER", "base": "RESOLVE_BY", "days": 30, "unit": "DAYS", "moment": "LAST_DAY", "answer": "RESOLVED", "tells": ["LEADER", "COORDINATOR", "SUPERIOR"], "zh": "督办函", "en": "letter of supervision"},
      {"code": "INTERVIEW", "base": "RESOLVE_BY", "days": 45, "unit": "DAYS", "moment": "LAST_DAY", "answer": "RESOLVED", "tells": ["LEADER", "COORDINATOR", "SUPERIOR"], "zh": "约谈", "en": "talk with the leader"},
      {"code": "VERIFY", "base": "CLAIMED", "days": 5, "unit": "WORKING_DAYS", "moment": "DAY_AFTER", "answer": "VERIFIED", "tells": ["COORDINATOR"], "zh": "催核验", "en": "claim not verified"}
    ],
    "YELLOW": [
      {"code": "SIGN_FOR", "base": "HANDED_OVER", "days": 2, "unit": "WORKING_DAYS", "moment": "DAY_AFTER", "answer": "SIGNED", "tells": ["LEADER"], "zh": "催签收", "en": "not signed for"},
      {"code": "PLAN", "base": "HANDED_OVER", "days": 5, "unit": "WORKING_DAYS", "moment": "DAY_AFTER", "answer": "PLANNED", "tells": ["LEADER"], "zh": "催报化解方案", "en": "no plan filed"},
      {"code": "RESOLVE", "base": "RESOLVE_BY", "days": 0, "unit": "DAYS", "moment": "DAY_AFTER", "answer": "RESOLVED", "tells": ["LEADER", "COORDINATOR"], "zh": "逾期未化解", "en": "not resolved in time"},
      {"code": "SUPERVISION_LETTER", "base": "RESOLVE_BY", "days": 30, "unit": "DAYS", "moment": "LAST_DAY", "answer": "RESOLVED", "tells": ["LEADER", "COORDINATOR"], "zh": "督办函", "en": "letter of supervision"},
      {"code": "INTERVIEW", "base": "RESOLVE_BY", "days": 45, "unit": "DAYS", "moment": "LAST_DAY", "answer": "RESOLVED", "tells": ["LEADER", "COORDINATOR", "SUPERIOR"], "zh": "约谈", "en": "talk with the leader"},
      {"code": "VERIFY", "base": "CLAIMED", "days": 5, "unit": "WORKING_DAYS", "moment": "DAY_AFTER", "answer": "VERIFIED", "tells": ["COORDINATOR"], "zh": "催核验", "en": "claim not verified"}
    ]
  }
}', 'shipped', '-infinity');
