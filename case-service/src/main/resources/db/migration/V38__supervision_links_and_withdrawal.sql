-- A document may come from several cases (以案治本) and names what was wrong in them.
ALTER TABLE supervision_document
    ADD COLUMN case_numbers text[] NOT NULL DEFAULT '{}',
    ADD COLUMN category     text,
    ADD COLUMN root_cause   text,
    ADD COLUMN served_on    date,
    ADD COLUMN reminded_on  date,
    ADD COLUMN reminders    int    NOT NULL DEFAULT 0;
CREATE INDEX supervision_document_case ON supervision_document (case_number) WHERE case_number IS NOT NULL;
CREATE INDEX supervision_document_cases ON supervision_document USING gin (case_numbers);

-- A proposal may be taken back by whoever made it.
ALTER TABLE approval DROP CONSTRAINT approval_status_check;
ALTER TABLE approval ADD CONSTRAINT approval_status_check
    CHECK (status IN ('PENDING', 'APPROVED', 'REJECTED', 'OVERTAKEN', 'WITHDRAWN'));
