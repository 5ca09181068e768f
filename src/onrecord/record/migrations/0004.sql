-- From version 3: what is denied and what is refused are told apart.
ALTER TABLE standing ADD COLUMN against TEXT CHECK (against IN ('denied', 'refused'));
DROP INDEX standing_event;
CREATE INDEX standing_event ON standing (event, against, counted);
CREATE INDEX standing_against ON standing (against, event) WHERE against IS NOT NULL;
UPDATE standing SET against = CASE
    WHEN happened = 0 THEN iif((SELECT json_extract(c.body, '$.act') FROM claims c WHERE c.number = standing.claim) IS 'refusal', 'refused', 'denied')
    WHEN (SELECT json_extract(c.body, '$.act') FROM claims c WHERE c.number = standing.claim) IS 'part' THEN 'denied' END;
