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

-- A meeting stands once, in `scheduled`; `meetings` has a row for each of its times, with what these are found by.
CREATE TABLE scheduled_now (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  feed TEXT NOT NULL,
  program TEXT NOT NULL,
  digest TEXT NOT NULL,
  meeting TEXT NOT NULL
) STRICT;
-- Without a digest, each is written anew at the next import.
INSERT INTO scheduled_now (id, feed, program, digest, meeting) SELECT id, feed, program, '', meeting FROM scheduled ORDER BY rowid;

CREATE TABLE meetings_now (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  meeting INTEGER NOT NULL REFERENCES scheduled_now ON DELETE CASCADE,
  name TEXT NOT NULL,
  names TEXT NOT NULL,
  weight REAL NOT NULL,
  -- Minutes after Sunday midnight on the wall of its zone; null where nothing is scheduled.
  minute INTEGER,
  length INTEGER,
  -- The weeks of the month, in words; null where it meets in each.
  weeks TEXT,
  zone TEXT,
  latitude REAL,
  longitude REAL,
  facets TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
INSERT INTO meetings_now (meeting, name, names, weight, minute, length, zone, latitude, longitude, facets, text)
SELECT s.number, m.name, '', weight, minute, length, zone, latitude, longitude,
  coalesce((SELECT group_concat(facet || ' ' || value, char(10)) FROM meetings_values v WHERE v.number = m.number), ''),
  concat_ws(char(10), t.name, also, labels, summary, replace(body, char(10), ' '))
FROM meetings m JOIN meetings_text t ON t.number = m.number JOIN scheduled_now s ON s.id = m.meeting ORDER BY m.number;

DROP TABLE meetings_text;
DROP TABLE meetings_values;
DROP TABLE meetings;
DROP TABLE scheduled;
ALTER TABLE scheduled_now RENAME TO scheduled;
ALTER TABLE meetings_now RENAME TO meetings;
CREATE INDEX scheduled_feed ON scheduled (feed);
CREATE INDEX meetings_meeting ON meetings (meeting);
-- The towns of a state.
CREATE INDEX scheduled_town ON scheduled (meeting ->> '$.place.state', meeting ->> '$.place.city');
