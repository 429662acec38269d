-- What lies ahead, folded from the steps like the other dates of a row: the hearing that was announced, whether its head
-- is still to be named, and the last day to appeal a judgment that was served. Where nothing lies ahead all are empty.
ALTER TABLE reconsideration ADD COLUMN hearing_on date;
ALTER TABLE litigation
    ADD COLUMN hearing_on    date,
    ADD COLUMN head_to_name  boolean NOT NULL DEFAULT false,
    ADD COLUMN appeal_due_on date;

-- What is on record already: the last word of each step, as its rectifications leave it.
CREATE TEMPORARY VIEW told AS
SELECT s.case_id, s.sequence, CASE WHEN right_one.body IS NULL THEN s.body ELSE right_one.body -> 'replacement' END AS body
FROM (
    SELECT case_id, sequence, type, body FROM reconsideration_step
    WHERE case_id IN (SELECT id FROM reconsideration WHERE status <> 'CONCLUDED')
    UNION ALL
    SELECT case_id, sequence, type, body FROM litigation_step
    WHERE case_id IN (SELECT id FROM litigation WHERE status <> 'EFFECTIVE')) AS s
LEFT JOIN LATERAL (
    SELECT r.body FROM (
        SELECT case_id, sequence, type, body FROM reconsideration_step
        UNION ALL
        SELECT case_id, sequence, type, body FROM litigation_step) AS r
    WHERE r.case_id = s.case_id AND r.type = 'RECTIFIED' AND (r.body ->> 'step')::int = s.sequence
    ORDER BY r.sequence DESC LIMIT 1) AS right_one ON true
WHERE s.type <> 'RECTIFIED';

UPDATE reconsideration AS c SET hearing_on = (last.body ->> 'hearingOn')::date
FROM (
    SELECT DISTINCT ON (case_id) case_id, body FROM told
    WHERE body ->> 'type' IN ('HEARING_NOTIFIED', 'HEARING_HELD') ORDER BY case_id, sequence DESC) AS last
WHERE last.case_id = c.id AND c.status <> 'CONCLUDED' AND last.body ->> 'type' = 'HEARING_NOTIFIED';

UPDATE litigation AS c SET
    hearing_on = (last.body ->> 'hearingOn')::date,
    head_to_name = NOT EXISTS (
            SELECT 1 FROM told AS named
            WHERE named.case_id = c.id AND named.body ->> 'type' = 'HEAD_NAMED' AND named.sequence > coalesce((
                SELECT max(held.sequence) FROM told AS held
                WHERE held.case_id = c.id AND held.body ->> 'type' = 'HEARING_HELD'), 0))
        AND (coalesce(last.body -> 'headNotified' = 'true', false) OR NOT jsonb_path_exists(c.hearings,
            '$[*] ? (@.headAttendance == "PRINCIPAL" || @.headAttendance == "DEPUTY" || @.headAttendance == "OTHER_HEAD")'))
FROM (
    SELECT DISTINCT ON (case_id) case_id, body FROM told
    WHERE body ->> 'type' = 'HEARING_SCHEDULED' AND body ? 'hearingOn' ORDER BY case_id, sequence DESC) AS last
WHERE last.case_id = c.id AND c.status NOT IN ('CONCLUDED', 'EFFECTIVE')
  AND NOT EXISTS (
    SELECT 1 FROM told AS held
    WHERE held.case_id = c.id AND held.body ->> 'type' = 'HEARING_HELD' AND held.body ->> 'on' >= last.body ->> 'hearingOn');

-- fifteen days for a judgment, ten for the rulings an appeal lies against (Art. 85), rolled to a working day
UPDATE litigation AS c SET appeal_due_on = (
    SELECT min(s.candidate)::date FROM generate_series(served.raw_end, served.raw_end + 60, '1 day') AS s (candidate)
    LEFT JOIN calendar_day AS differs ON differs.day = s.candidate::date
    WHERE coalesce(differs.worked, extract(isodow FROM s.candidate) < 6))
FROM (
    SELECT case_id, (body ->> 'on')::date
        + CASE WHEN (SELECT outcome FROM litigation WHERE id = case_id) IN ('SUIT_DISMISSED', 'NOT_DOCKETED') THEN 10 ELSE 15 END AS raw_end
    FROM told WHERE body ->> 'type' = 'JUDGMENT_SERVED') AS served
WHERE served.case_id = c.id AND c.status = 'CONCLUDED' AND c.instance = 'FIRST' AND served.raw_end >= current_date - 60
  AND c.outcome NOT IN ('WITHDRAWN', 'DEEMED_WITHDRAWN', 'MEDIATED', 'TRANSFERRED', 'TERMINATED', 'REMANDED')
  AND NOT EXISTS (SELECT 1 FROM told AS appealed WHERE appealed.case_id = c.id AND appealed.body ->> 'type' = 'APPEALED');

DROP VIEW told;

-- The queues read it from indexes: counts from those of the open cases, items from those in the order of their day.
DROP INDEX reconsideration_open;
CREATE INDEX reconsideration_open ON reconsideration ((coalesce(decide_due_on, review_due_on, received_on)), id)
    INCLUDE (region_code, status, assigned_to, recused, received_on, copy_served_on, replied_on, review_due_on,
             reply_due_on, decide_due_on, hearing_on)
    WHERE status <> 'CONCLUDED';
CREATE INDEX reconsideration_hearing ON reconsideration (hearing_on, id) INCLUDE (region_code, status, assigned_to, recused)
    WHERE hearing_on IS NOT NULL;

DROP INDEX litigation_open;
CREATE INDEX litigation_open ON litigation ((coalesce(defence_due_on, filed_on)), id)
    INCLUDE (region_code, status, assigned_to, recused, filed_on, served_on, defence_filed_on, defence_due_on, hearing_on,
             head_to_name)
    WHERE status NOT IN ('CONCLUDED', 'EFFECTIVE');
CREATE INDEX litigation_hearing ON litigation (hearing_on, id)
    INCLUDE (region_code, status, assigned_to, recused, head_to_name)
    WHERE hearing_on IS NOT NULL;
CREATE INDEX litigation_appeal ON litigation (appeal_due_on, id) INCLUDE (region_code, status, assigned_to, recused)
    WHERE appeal_due_on IS NOT NULL;
