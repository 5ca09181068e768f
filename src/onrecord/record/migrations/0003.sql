-- From version 2: documents know the whole path of their file, letters the countries of those who write; balances are weighed from one narrow index.
ALTER TABLE letters ADD COLUMN sender_country TEXT;
ALTER TABLE letters ADD COLUMN answers_country TEXT;
ALTER TABLE documents ADD COLUMN origin TEXT;
DROP INDEX standing_counted;
CREATE INDEX standing_spread ON standing (spread, document, verdict, type, status, happened, earliest, latest);
