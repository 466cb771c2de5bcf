-- A collection is one table. `facets` holds what a row can be found under, one "facet value" a line; `text` the words it is searched
-- by, folded, one field a line (name, also known as, labels, summary, body). Both are read whole, to build the index in memory.
-- A number is never given twice, so that an index built a moment ago cannot lead to another row.

CREATE TABLE programs_now (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  names TEXT NOT NULL,
  touched TEXT NOT NULL,
  reach INTEGER NOT NULL,
  weight REAL NOT NULL,
  digest TEXT NOT NULL,
  facets TEXT NOT NULL,
  card TEXT NOT NULL,
  text TEXT NOT NULL,
  listing TEXT NOT NULL
) STRICT;
INSERT INTO programs_now
SELECT number, id, programs.name, names, touched, reach, weight, digest,
  coalesce((SELECT group_concat(facet || ' ' || value, char(10)) FROM programs_values v WHERE v.number = programs.number), ''),
  card,
  concat_ws(char(10), t.name, also, labels, summary, replace(body, char(10), ' ')),
  listing
FROM programs JOIN programs_text t USING (number);
DROP TABLE programs_text;
DROP TABLE programs_values;
DROP TABLE programs;
ALTER TABLE programs_now RENAME TO programs;

CREATE TABLE documents_now (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  names TEXT NOT NULL,
  touched TEXT NOT NULL,
  year TEXT,
  weight REAL NOT NULL,
  digest TEXT NOT NULL,
  facets TEXT NOT NULL,
  card TEXT NOT NULL,
  text TEXT NOT NULL,
  listing TEXT NOT NULL
) STRICT;
INSERT INTO documents_now
SELECT number, id, documents.name, names, touched, year, weight, digest,
  coalesce((SELECT group_concat(facet || ' ' || value, char(10)) FROM documents_values v WHERE v.number = documents.number), ''),
  card,
  concat_ws(char(10), t.name, also, labels, summary, replace(body, char(10), ' ')),
  listing
FROM documents JOIN documents_text t USING (number);
DROP TABLE documents_text;
DROP TABLE documents_values;
DROP TABLE documents;
ALTER TABLE documents_now RENAME TO documents;

CREATE TABLE meetings_now (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  meeting TEXT NOT NULL REFERENCES scheduled ON DELETE CASCADE,
  name TEXT NOT NULL,
  names TEXT NOT NULL,
  weight REAL NOT NULL,
  -- Minutes after Sunday midnight on the wall of its zone; null where nothing is scheduled.
  minute INTEGER,
  length INTEGER,
  zone TEXT,
  latitude REAL,
  longitude REAL,
  digest TEXT NOT NULL,
  facets TEXT NOT NULL,
  card TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
INSERT INTO meetings_now
SELECT number, id, meeting, meetings.name, '', weight, minute, length, zone, latitude, longitude, digest,
  coalesce((SELECT group_concat(facet || ' ' || value, char(10)) FROM meetings_values v WHERE v.number = meetings.number), ''),
  card,
  concat_ws(char(10), t.name, also, labels, summary, replace(body, char(10), ' '))
FROM meetings JOIN meetings_text t USING (number);
DROP TABLE meetings_text;
DROP TABLE meetings_values;
DROP TABLE meetings;
ALTER TABLE meetings_now RENAME TO meetings;
CREATE INDEX meetings_meeting ON meetings (meeting);
-- The towns of a state, and how many meet there.
CREATE INDEX meetings_town ON meetings (card ->> '$.state', card ->> '$.city');
