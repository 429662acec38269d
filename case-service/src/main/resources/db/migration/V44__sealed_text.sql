-- Free text of steps and proposals is sealed where it stands. What its envelopes begin with, 'NONE' where there is no free
-- text; null: from before the seal, or not looked at yet. The daily run reads from these indexes what is left to do.
ALTER TABLE reconsideration_step ADD COLUMN sealed_under text;
ALTER TABLE litigation_step ADD COLUMN sealed_under text;
ALTER TABLE supervision_document_step ADD COLUMN sealed_under text;
ALTER TABLE approval ADD COLUMN sealed_under text;
CREATE INDEX reconsideration_step_text ON reconsideration_step (case_id, sequence)
    WHERE sealed_under IS DISTINCT FROM 'NONE';
CREATE INDEX litigation_step_text ON litigation_step (case_id, sequence) WHERE sealed_under IS DISTINCT FROM 'NONE';
CREATE INDEX supervision_document_step_text ON supervision_document_step (case_id, sequence)
    WHERE sealed_under IS DISTINCT FROM 'NONE';
CREATE INDEX approval_text ON approval (id) WHERE sealed_under IS DISTINCT FROM 'NONE';
