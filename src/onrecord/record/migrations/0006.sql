-- From version 5: letters know who wrote each of several things that they answer (readings of before know the first alone); links of a kind are found from
-- either end.
ALTER TABLE letters ADD COLUMN answers_also TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(answers_also));
DROP INDEX links_b;
CREATE INDEX links_b ON links (b, kind);
