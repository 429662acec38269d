-- Queues are counted from the index of the open cases alone, which holds only for pages known to be visible to everybody:
-- after a thousand new cases they are looked over again, not only after a fifth of the table.
ALTER TABLE reconsideration SET (autovacuum_vacuum_insert_threshold = 1000, autovacuum_vacuum_insert_scale_factor = 0,
    autovacuum_vacuum_scale_factor = 0.02);
ALTER TABLE litigation SET (autovacuum_vacuum_insert_threshold = 1000, autovacuum_vacuum_insert_scale_factor = 0,
    autovacuum_vacuum_scale_factor = 0.02);
