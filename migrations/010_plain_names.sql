-- Tables and columns are named for what they hold: `meetings` holds meetings, `meeting_times` one row for each time in the week at
-- which a meeting begins (or one with no minute, for a meeting by arrangement). Only names change, so nothing is written again.

ALTER TABLE meetings RENAME TO meeting_times;
ALTER TABLE scheduled RENAME TO meetings;

ALTER TABLE programs RENAME COLUMN number TO row;
ALTER TABLE programs RENAME COLUMN touched TO checked_or_added;
ALTER TABLE programs RENAME COLUMN reach TO ease;
ALTER TABLE programs RENAME COLUMN listing TO body;

ALTER TABLE documents RENAME COLUMN number TO row;
ALTER TABLE documents RENAME COLUMN touched TO checked_or_added;
ALTER TABLE documents RENAME COLUMN listing TO body;

ALTER TABLE meetings RENAME COLUMN number TO row;
ALTER TABLE meetings RENAME COLUMN meeting TO body;
ALTER TABLE meetings RENAME COLUMN at_place TO place_key;
ALTER TABLE meetings RENAME COLUMN of_group TO group_key;
-- For people who look: the program uses the name inside `body`.
ALTER TABLE meetings ADD COLUMN name TEXT;
UPDATE meetings SET name = body ->> '$.name';

ALTER TABLE meeting_times RENAME COLUMN number TO row;

DROP INDEX scheduled_town;
DROP INDEX scheduled_place;
DROP INDEX scheduled_feed;
DROP INDEX meetings_meeting;
CREATE INDEX meetings_by_town ON meetings (state, town, city);
CREATE INDEX meetings_by_place ON meetings (place_key);
CREATE INDEX meetings_by_feed ON meetings (feed, group_key);
CREATE INDEX meeting_times_by_meeting ON meeting_times (meeting);

-- What a row can be found under, one facet and value a row, for anybody with a SQLite tool: the column `facets` in plain SQL.
CREATE VIEW program_facets AS
SELECT programs.row, programs.id AS program, substr(tag.value, 1, instr(tag.value, ' ') - 1) AS facet, substr(tag.value, instr(tag.value, ' ') + 1) AS value
FROM programs, json_each('["' || replace(facets, char(10), '","') || '"]') AS tag WHERE facets != '';

CREATE VIEW document_facets AS
SELECT documents.row, documents.id AS document, substr(tag.value, 1, instr(tag.value, ' ') - 1) AS facet, substr(tag.value, instr(tag.value, ' ') + 1) AS value
FROM documents, json_each('["' || replace(facets, char(10), '","') || '"]') AS tag WHERE facets != '';

CREATE VIEW meeting_facets AS
SELECT meeting_times.row AS time, meeting_times.meeting AS row, substr(tag.value, 1, instr(tag.value, ' ') - 1) AS facet, substr(tag.value, instr(tag.value, ' ') + 1) AS value
FROM meeting_times, json_each('["' || replace(facets, char(10), '","') || '"]') AS tag WHERE facets != '';

-- A version for each list (programs, documents, meetings), raised by every import that changes it.
CREATE TABLE versions (
  list TEXT PRIMARY KEY,
  version INTEGER NOT NULL
) STRICT;
INSERT INTO versions SELECT list, (SELECT coalesce(max(id), 0) FROM imports) FROM (SELECT 'programs' AS list UNION ALL SELECT 'documents' UNION ALL SELECT 'meetings');

-- What is sure to meet each week says so, as meetings/schedule/weekly.ts has it.
UPDATE meeting_times SET facets = facets || char(10) || 'meets every-week'
WHERE minute IS NOT NULL AND meeting IN (
  SELECT row FROM meetings
  WHERE body ->> '$.join' != 'paused' AND body ->> '$.frequency.sure' AND json_array_length(body, '$.frequency.weeks') = 0
    AND body ->> '$.frequency.value' != 'monthly'
);
