-- Number, phone and address of a party are sealed inside the parties' JSON; a number is found by its keyed hash.
-- Rows from before stay readable and are sealed in the background.
CREATE INDEX reconsideration_person ON reconsideration
    USING gin (jsonb_path_query_array(applicants, '$[*].idHash') jsonb_path_ops)
    WHERE jsonb_path_exists(applicants, '$[*].idHash');
CREATE INDEX litigation_person ON litigation
    USING gin (jsonb_path_query_array(plaintiffs, '$[*].idHash') jsonb_path_ops)
    WHERE jsonb_path_exists(plaintiffs, '$[*].idHash');

-- Parts of documents written from now on are sealed.
ALTER TABLE case_document_part ADD COLUMN sealed boolean NOT NULL DEFAULT false;
