-- A concluded case without a day of service is unsettled by the day of its conclusion. There are few, and fewer the longer
-- ago: the index of those served stays what it was.
DROP INDEX IF EXISTS fact_unserved, fact_unserved_2;
CREATE INDEX fact_unserved ON fact (concluded_on, region_code)
    WHERE known_to IS NULL AND kind = 'RECONSIDERATION' AND served_on IS NULL AND concluded_on IS NOT NULL;
