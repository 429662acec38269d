-- The indexes of the facts again, as the migrations have them, and one that covers the plain aggregate.
\set ON_ERROR_STOP 1
SET maintenance_work_mem = '1GB';
CREATE INDEX fact_current ON fact (id) WHERE known_to IS NULL;
CREATE INDEX fact_page ON fact (kind, case_number, id);
CREATE INDEX fact_received_list ON fact (kind, received_on, id) WHERE known_to IS NULL;
CREATE INDEX fact_concluded_list ON fact (kind, concluded_on, id) WHERE known_to IS NULL;
CREATE INDEX fact_region_received ON fact (kind, region_code, received_on, id) WHERE known_to IS NULL;
CREATE INDEX fact_region_concluded ON fact (kind, region_code, concluded_on, id) WHERE known_to IS NULL;
CREATE INDEX fact_agency_received ON fact (kind, agency_code, received_on, id) WHERE known_to IS NULL;
CREATE INDEX fact_agency_concluded ON fact (kind, agency_code, concluded_on, id) WHERE known_to IS NULL;
CREATE INDEX fact_effective_list ON fact (kind, effective_on, id) WHERE known_to IS NULL AND effective_on IS NOT NULL;
CREATE INDEX fact_unsettled ON fact (served_on) WHERE known_to IS NULL AND served_on IS NOT NULL;
CREATE INDEX fact_names ON fact (reconsideration_case_number)
    WHERE reconsideration_case_number IS NOT NULL AND known_to IS NULL;
CREATE INDEX fact_previous ON fact (previous_case_number) WHERE previous_case_number IS NOT NULL AND known_to IS NULL;
CREATE INDEX bench_covering ON fact (kind, concluded_on) INCLUDE (region_code, outcome) WHERE known_to IS NULL;
ALTER TABLE fact RESET (autovacuum_enabled);
VACUUM ANALYZE fact;
