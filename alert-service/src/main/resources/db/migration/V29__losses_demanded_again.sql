-- A report demanded again begins from its first rung: those of the demand before it told of nothing that is due now.
DELETE FROM loss_rung g USING loss_analysis a
WHERE a.id = g.analysis_id AND g.fired_at < CAST(a.known_on AS timestamp) AT TIME ZONE 'Asia/Shanghai';
UPDATE loss_analysis SET next_at = known_on WHERE state = 'DUE' AND next_at IS NULL;
