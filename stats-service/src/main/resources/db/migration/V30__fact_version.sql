-- How often the facts of a region have changed: what an ETag is made of and what tells a page to read anew. Counted by the
-- database, so that no way of writing a fact can forget it; within the transaction that changes the fact, so that whoever
-- sees the one sees the other. Followers of different sources write different kinds and do not wait for each other.
CREATE TABLE fact_version (
    region_code text   NOT NULL,
    kind        text   NOT NULL,
    changes     bigint NOT NULL,
    PRIMARY KEY (region_code, kind)
);

-- A suit changes the figures of other regions too: of the reconsideration it names (settled or not), and of the
-- instances below it (how the dispute ended). A rebuild folds into a table of another name and counts as nothing until
-- that table takes the place of the facts, which shows in its storage (pg_relation_filenode).
CREATE FUNCTION fact_versiond() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME <> 'fact' THEN RETURN NULL; END IF;
    INSERT INTO fact_version AS c (region_code, kind, changes)
    WITH RECURSIVE below AS (
        SELECT n.previous_case_number AS case_number FROM changed n
        WHERE n.kind = 'LITIGATION' AND n.previous_case_number IS NOT NULL
        UNION
        SELECT f.previous_case_number FROM below b
        JOIN fact f ON f.kind = 'LITIGATION' AND f.case_number = b.case_number AND f.previous_case_number IS NOT NULL
    )
    SELECT region_code, kind, 1 FROM (
        SELECT n.region_code, n.kind FROM changed n
        UNION
        SELECT f.region_code, 'LITIGATION' FROM changed n
        JOIN fact f ON f.kind = 'RECONSIDERATION' AND f.case_number = n.reconsideration_case_number
        WHERE n.kind = 'LITIGATION' AND n.reconsideration_case_number IS NOT NULL
        UNION
        SELECT f.region_code, 'LITIGATION' FROM below b
        JOIN fact f ON f.kind = 'LITIGATION' AND f.case_number = b.case_number
    ) touched
    ORDER BY region_code, kind
    ON CONFLICT (region_code, kind) DO UPDATE SET changes = c.changes + 1;
    RETURN NULL;
END $$;

CREATE TRIGGER fact_inserted AFTER INSERT ON fact
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION fact_versiond();
CREATE TRIGGER fact_updated AFTER UPDATE ON fact
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION fact_versiond();
CREATE TRIGGER fact_deleted AFTER DELETE ON fact
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION fact_versiond();
CREATE TRIGGER fact_inserted AFTER INSERT ON fact_rebuilt
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION fact_versiond();
CREATE TRIGGER fact_updated AFTER UPDATE ON fact_rebuilt
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION fact_versiond();
CREATE TRIGGER fact_deleted AFTER DELETE ON fact_rebuilt
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION fact_versiond();
