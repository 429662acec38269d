-- A list narrowed to a domain, an act or a team finds its rows in the index, which is read in the order of the list, and
-- fetches no case that is not one of them. While they are made, changes of facts wait and readers do not.
CREATE INDEX fact_received_narrowed ON fact (kind, received_on, id, domain, act_type, team) WHERE known_to IS NULL;
CREATE INDEX fact_concluded_narrowed ON fact (kind, concluded_on, id, domain, act_type, team) WHERE known_to IS NULL;
DROP INDEX IF EXISTS fact_received_list, fact_received_list_2, fact_concluded_list, fact_concluded_list_2;
