-- A letter to a recipient that is down dies by age, one that is refused by the number of refusals; neither by all its tries.
ALTER TABLE letter
    ADD COLUMN failing_since timestamptz,
    ADD COLUMN refusals      int NOT NULL DEFAULT 0;
