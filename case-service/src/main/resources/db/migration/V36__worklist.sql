-- The open cases in the order of their next date, with all that the queues of the worklist ask: counts and the most
-- urgent cases are read from the index alone, however many concluded cases lie beside them.
DROP INDEX reconsideration_open;
CREATE INDEX reconsideration_open ON reconsideration ((coalesce(decide_due_on, review_due_on, received_on)), id)
    INCLUDE (region_code, status, assigned_to, recused, received_on, copy_served_on, replied_on, review_due_on,
             reply_due_on, decide_due_on)
    WHERE status <> 'CONCLUDED';

CREATE INDEX reconsideration_reply_due ON reconsideration ((coalesce(reply_due_on, received_on)), id)
    INCLUDE (region_code, assigned_to, recused, reply_due_on, received_on)
    WHERE status = 'ACCEPTED' AND copy_served_on IS NOT NULL AND replied_on IS NULL;

DROP INDEX litigation_open;
CREATE INDEX litigation_open ON litigation ((coalesce(defence_due_on, filed_on)), id)
    INCLUDE (region_code, status, assigned_to, recused, filed_on, served_on, defence_filed_on, defence_due_on)
    WHERE status NOT IN ('CONCLUDED', 'EFFECTIVE');

CREATE INDEX supervision_document_outstanding ON supervision_document (report_due_on, id)
    INCLUDE (region_code, status, case_number)
    WHERE status <> 'RECTIFIED';

CREATE INDEX approval_waiting ON approval (case_id) WHERE status = 'PENDING';
