-- A recusal that was lifted: who had declared it and why, who lifted it and why. Only those that stand are in "recusal".
CREATE TABLE recusal_lifted (
    case_id     uuid        NOT NULL,
    officer     text        NOT NULL,
    reason      text        NOT NULL,
    declared_by text        NOT NULL,
    declared_at timestamptz NOT NULL,
    lift_reason text        NOT NULL,
    lifted_by   text        NOT NULL,
    lifted_at   timestamptz NOT NULL
);
CREATE INDEX recusal_lifted_case ON recusal_lifted (case_id, lifted_at);

-- What came from a case is hidden from its recused: their cases are looked up by officer.
CREATE INDEX recusal_officer ON recusal (officer);

-- The cases a document that waits for approval came from; of a step that waits case_id says it.
ALTER TABLE approval ADD COLUMN case_numbers text[] NOT NULL DEFAULT '{}';
UPDATE approval SET case_numbers = array_remove(ARRAY(
        SELECT body ->> 'caseNumber'
        UNION SELECT jsonb_array_elements_text(CASE jsonb_typeof(body -> 'caseNumbers') WHEN 'array' THEN body -> 'caseNumbers' ELSE '[]' END)), NULL)
    WHERE kind = 'supervision-documents';

-- The stock is still counted from its index alone, now that all cases of a document are asked.
DROP INDEX supervision_document_outstanding;
CREATE INDEX supervision_document_outstanding ON supervision_document (report_due_on, id)
    INCLUDE (region_code, status, case_number, case_numbers)
    WHERE status <> 'RECTIFIED';
