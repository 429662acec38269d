-- Names and numbers are searched by any part of them; trigrams find it without reading every case. They know Chinese
-- letters only where the database's locale does (C.UTF-8, not C).
CREATE EXTENSION IF NOT EXISTS pg_trgm;

ALTER TABLE reconsideration ADD COLUMN search_text text GENERATED ALWAYS AS
    (case_number || ' ' || respondent_name || ' ' || jsonb_path_query_array(applicants, '$[*].name')::text) STORED;
CREATE INDEX reconsideration_search ON reconsideration USING gin (search_text gin_trgm_ops);

ALTER TABLE litigation ADD COLUMN search_text text GENERATED ALWAYS AS
    (case_number || ' ' || defendant_name || ' ' || jsonb_path_query_array(plaintiffs, '$[*].name')::text) STORED;
CREATE INDEX litigation_search ON litigation USING gin (search_text gin_trgm_ops);
