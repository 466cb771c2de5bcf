-- Each import has a random token, which is part of the version of every list that it changed. Numbers alone come back: a restored backup
-- counts on from an earlier one, and its next import would have the number of an import that is lost, with the search index of that.
ALTER TABLE imports ADD COLUMN token TEXT;
ALTER TABLE versions ADD COLUMN token TEXT NOT NULL DEFAULT '';
UPDATE versions SET token = lower(hex(randomblob(8)));

-- The token says it better.
DELETE FROM sources WHERE name = 'database';

-- How many meetings each program has, without a look at each meeting.
CREATE INDEX meetings_by_program ON meetings (program);

-- "Plgt": whose file this is, for whoever opens it (`file`, other programs, database/recognize.ts).
PRAGMA application_id = 1349281652;
