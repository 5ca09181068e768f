-- From version 4: letters know by the directory who writes them, and what their parties go by.
ALTER TABLE letters ADD COLUMN sender_entry TEXT;
ALTER TABLE letters ADD COLUMN answers_entry TEXT;
ALTER TABLE letters ADD COLUMN sender_called TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(sender_called));
ALTER TABLE letters ADD COLUMN recipients_called TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(recipients_called));
