-- Chinese names have two or three letters, and a part of two letters has no trigram: the search would read every case.
-- With each Chinese letter doubled, two letters have trigrams of their own (张三 is 张张三三: 张张三, 张三三); what contains
-- a text doubled contains it, and the other way round.
DROP INDEX reconsideration_search;
CREATE INDEX reconsideration_search ON reconsideration
    USING gin (regexp_replace(search_text, '([㐀-鿿])', '\1\1', 'g') gin_trgm_ops);
DROP INDEX litigation_search;
CREATE INDEX litigation_search ON litigation
    USING gin (regexp_replace(search_text, '([㐀-鿿])', '\1\1', 'g') gin_trgm_ops);
