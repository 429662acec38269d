-- What a warning says beyond its catalogue row: the fraction of a rate, the earlier of two losses. It names no person.
ALTER TABLE warning ADD COLUMN detail text;
CREATE INDEX warning_kind ON warning (kind) WHERE withdrawn_on IS NULL AND kind IN ('calendar', 'agencies');

-- Losses of the last two years and appearances of the running one are looked up by the day of conclusion.
CREATE INDEX litigation_concluded ON litigation (concluded_on) WHERE concluded_on IS NOT NULL;
