-- A report demanded again begins from its first rung: those of the demand before it told of nothing that is due now.
-- The release before would not tell them again under the keys it told them by.
UPDATE notice n SET key = n.key || ':before' FROM loss_rung g JOIN loss_analysis a ON a.id = g.analysis_id
WHERE n.key = 'loss:' || g.analysis_id || ':' || g.rung
  AND g.fired_at < CAST(a.known_on AS timestamp) AT TIME ZONE 'Asia/Shanghai';
DELETE FROM loss_rung g USING loss_analysis a
WHERE a.id = g.analysis_id AND g.fired_at < CAST(a.known_on AS timestamp) AT TIME ZONE 'Asia/Shanghai';
UPDATE loss_analysis SET next_at = known_on WHERE state = 'DUE' AND next_at IS NULL;
