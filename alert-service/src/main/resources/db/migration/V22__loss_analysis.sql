-- Suits lost with effect, as the register tells; a lower version never overwrites a higher one.
CREATE TABLE judged_suit (
    case_number     text   PRIMARY KEY,
    previous_number text,
    version         bigint NOT NULL,
    region_code     text   NOT NULL,
    defendant_code  text   NOT NULL,
    defendant_name  text   NOT NULL,
    actor_code      text,
    act_type        text,
    domain          text,
    outcome         text,
    lost            boolean NOT NULL,
    effective_on    date
);
CREATE INDEX judged_suit_previous ON judged_suit (previous_number) WHERE previous_number IS NOT NULL;

-- The report a lost suit demands (败诉分析报告), with its own clock.
CREATE TABLE loss_analysis (
    id               uuid        PRIMARY KEY,
    case_number      text        NOT NULL UNIQUE,
    region_code      text        NOT NULL,
    defendant_code   text        NOT NULL,
    defendant_name   text        NOT NULL,
    responsible_code text        NOT NULL,
    act_type         text,
    domain           text,
    outcome          text,
    effective_on     date        NOT NULL,
    known_on         date        NOT NULL,
    due_on           date        NOT NULL,
    calendar_known   boolean     NOT NULL,
    state            text        NOT NULL,
    causes           text[]      NOT NULL DEFAULT '{}',
    summary          text,
    measures         jsonb       NOT NULL DEFAULT '[]',
    filed_on         date,
    filed_by         text,
    next_at          date,
    version          bigint      NOT NULL DEFAULT 1,
    recorded_at      timestamptz NOT NULL
);
CREATE INDEX loss_analysis_list ON loss_analysis (region_code, due_on DESC, id DESC);
CREATE INDEX loss_analysis_due ON loss_analysis (next_at) WHERE next_at IS NOT NULL;

-- Each rung of a report's clock exactly once.
CREATE TABLE loss_rung (
    analysis_id uuid        NOT NULL REFERENCES loss_analysis,
    rung        text        NOT NULL,
    fired_at    timestamptz NOT NULL,
    PRIMARY KEY (analysis_id, rung)
);
