CREATE TABLE calendar_year (
    year    int    PRIMARY KEY,
    version bigint NOT NULL DEFAULT 1
);

-- Days that differ from the ordinary week: holidays (worked = false) and make-up working days (worked = true).
CREATE TABLE calendar_day (
    day    date    PRIMARY KEY,
    year   int     NOT NULL REFERENCES calendar_year,
    worked boolean NOT NULL
);

CREATE TABLE agency (
    code        text   PRIMARY KEY,
    name        text   NOT NULL,
    region_code text   NOT NULL,
    level       text,
    domain      text,
    version     bigint NOT NULL DEFAULT 1
);
CREATE INDEX agency_region ON agency (region_code, code);

INSERT INTO agency (code, name, region_code, level, domain)
VALUES ('11330700002592265Y', '金华市司法局', '330700', 'CITY', 'OTHER');

-- Style of a case number per authority, and the last number given: gap-free, because the number is taken and the case
-- inserted in one transaction.
CREATE TABLE case_number_issuer (
    region_code text PRIMARY KEY,
    prefix      text NOT NULL UNIQUE
);
INSERT INTO case_number_issuer (region_code, prefix)
VALUES ('330700', '金政复'), ('330702', '婺政复'), ('330703', '金东政复'), ('330723', '武政复'), ('330726', '浦政复'),
       ('330727', '磐政复'), ('330781', '兰政复'), ('330782', '义政复'), ('330783', '东政复'), ('330784', '永政复');

CREATE TABLE case_number_counter (
    prefix text NOT NULL,
    year   int  NOT NULL,
    last   int  NOT NULL,
    PRIMARY KEY (prefix, year)
);
