-- From version 4: letters know by the directory who writes them, and what their parties go by; links of a kind are found from either end.
ALTER TABLE letters ADD COLUMN sender_entry TEXT;
ALTER TABLE letters ADD COLUMN answers_entry TEXT;
ALTER TABLE letters ADD COLUMN sender_called TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(sender_called));
ALTER TABLE letters ADD COLUMN recipients_called TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(recipients_called));
DROP INDEX links_b;
CREATE INDEX links_b ON links (b, kind);
