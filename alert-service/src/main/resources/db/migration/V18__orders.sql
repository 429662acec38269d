-- One order per leader and round (交办单): signed for once.
CREATE TABLE monthly_order (
    id          uuid        PRIMARY KEY,
    round_id    uuid        NOT NULL REFERENCES assignment_round,
    month       text        NOT NULL,
    region_code text        NOT NULL,
    leader_id   text        NOT NULL,
    leader_name text        NOT NULL,
    receipt_on  date,
    receipt_by  text,
    receipt_recorded_at timestamptz,
    version     bigint      NOT NULL DEFAULT 1,
    UNIQUE (round_id, leader_id)
);
CREATE INDEX monthly_order_leader ON monthly_order (leader_id, month DESC, id DESC);
CREATE INDEX monthly_order_month ON monthly_order (month DESC, id DESC);

-- the orders of the rounds there are
INSERT INTO monthly_order (id, round_id, month, region_code, leader_id, leader_name)
SELECT gen_random_uuid(), r.id, r.month, r.region_code, o.leader_id, l.body ->> 'name'
FROM (SELECT DISTINCT round_id, leader_id FROM assignment_order WHERE leader_id IS NOT NULL) o
JOIN assignment_round r ON r.id = o.round_id JOIN leader l ON l.id = o.leader_id;

-- which lists hold a case, in an order or not
CREATE INDEX assignment_order_case ON assignment_order (case_id, month);
CREATE INDEX assignment_order_leader ON assignment_order (round_id, leader_id);
-- a round takes what is open in a region at a cut-off, whatever else the region has had in years
CREATE INDEX risk_case_listed ON risk_case (region_code) WHERE closed_on IS NULL;

-- From which month on the rounds of a region run by themselves; missed months are run when a replica is there again.
CREATE TABLE automatic_round (
    region_code text        PRIMARY KEY,
    first_month text        NOT NULL,
    recorded_at timestamptz NOT NULL
);
ALTER TABLE assignment_round ADD COLUMN automatic boolean NOT NULL DEFAULT false;
