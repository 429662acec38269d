-- What the register tells of a suit beyond how it ended; what a score needs.
ALTER TABLE litigation
    ADD COLUMN court                       text,
    ADD COLUMN instance                    text,
    ADD COLUMN actor_code                  text,
    ADD COLUMN status                      text,
    ADD COLUMN filed_on                    date,
    ADD COLUMN defence_due_on              date,
    ADD COLUMN defence_filed_on            date,
    ADD COLUMN heard_on                    date,
    ADD COLUMN head_absent_on              date,
    ADD COLUMN reconsideration_case_number text,
    ADD COLUMN previous_case_number        text,
    ADD COLUMN lost                        boolean NOT NULL DEFAULT false,
    ADD COLUMN recorded_at                 timestamptz;
UPDATE litigation SET lost = true WHERE outcome IN ('REVOKED', 'PARTLY_REVOKED', 'CHANGED', 'ORDERED_TO_PERFORM',
    'ORDERED_TO_PAY', 'CONFIRMED_UNLAWFUL', 'CONFIRMED_VOID', 'COMPENSATION', 'AGREEMENT_REMEDY');
CREATE INDEX litigation_lost ON litigation (defendant_code, act_type, concluded_on) WHERE lost;
CREATE INDEX litigation_lost_actor ON litigation (actor_code, act_type, concluded_on) WHERE lost AND actor_code IS NOT NULL;
CREATE INDEX litigation_series ON litigation (defendant_code, act_type, filed_on);
CREATE INDEX litigation_actor ON litigation (actor_code, act_type) WHERE actor_code IS NOT NULL AND concluded_on IS NULL;
CREATE INDEX litigation_previous ON litigation (previous_case_number) WHERE previous_case_number IS NOT NULL;
CREATE INDEX litigation_reviewed ON litigation (reconsideration_case_number) WHERE reconsideration_case_number IS NOT NULL;
CREATE INDEX litigation_open ON litigation (case_number) WHERE concluded_on IS NULL;
CREATE INDEX litigation_judged ON litigation (concluded_on, case_number) WHERE concluded_on IS NOT NULL;
CREATE INDEX litigation_defence ON litigation (defence_due_on) WHERE concluded_on IS NULL;

CREATE TABLE reconsideration (
    id              uuid        PRIMARY KEY,
    version         bigint      NOT NULL,
    case_number     text        NOT NULL,
    respondent_code text        NOT NULL,
    act_type        text,
    domain          text,
    concluded_on    date,
    outcome         text,
    corrected       boolean     NOT NULL
);
CREATE INDEX reconsideration_number ON reconsideration (case_number);
CREATE INDEX reconsideration_corrected ON reconsideration (respondent_code, act_type, domain, concluded_on) WHERE corrected;

-- 复议意见书: what it says of an agency's act stands whatever the suit about it comes to.
CREATE TABLE opinion_document (
    id              uuid   PRIMARY KEY,
    version         bigint NOT NULL,
    document_number text   NOT NULL,
    case_number     text,
    issued_on       date   NOT NULL
);
CREATE INDEX opinion_document_case ON opinion_document (case_number);

-- Names of agencies as the register last gave them: a suit names its defendant, but only the code of who acted.
CREATE TABLE agency_name (
    code text PRIMARY KEY,
    name text NOT NULL
);

-- Everything is read again from the beginning: the rows above were kept without these columns.
DELETE FROM feed_cursor WHERE source = 'case-service';
