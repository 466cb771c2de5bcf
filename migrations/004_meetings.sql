-- Meetings from feeds. `scheduled` keeps each meeting whole, once; `meetings` is the collection that is searched: one row for
-- each time in the week at which a meeting begins (or one with no minute, for a meeting by arrangement).

CREATE TABLE scheduled (
  id TEXT PRIMARY KEY,
  feed TEXT NOT NULL,
  program TEXT NOT NULL,
  digest TEXT NOT NULL,
  meeting TEXT NOT NULL
) STRICT;
CREATE INDEX scheduled_feed ON scheduled (feed);
CREATE INDEX scheduled_program ON scheduled (program);

CREATE TABLE meetings (
  number INTEGER PRIMARY KEY,
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
  card TEXT NOT NULL,
  digest TEXT NOT NULL
) STRICT;
CREATE INDEX meetings_meeting ON meetings (meeting);

CREATE TABLE meetings_values (
  number INTEGER NOT NULL REFERENCES meetings ON DELETE CASCADE,
  facet TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (number, facet, value)
) STRICT, WITHOUT ROWID;

CREATE TABLE meetings_text (
  number INTEGER PRIMARY KEY REFERENCES meetings ON DELETE CASCADE,
  name TEXT NOT NULL,
  also TEXT NOT NULL,
  labels TEXT NOT NULL,
  summary TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

-- What is known of each feed from one fetch to the next, and the reports of its last twenty imports.
CREATE TABLE feeds (
  id TEXT PRIMARY KEY,
  etag TEXT,
  last_modified TEXT,
  -- When it last came, was last asked for, and why that failed (null: it did not).
  fetched TEXT,
  asked TEXT,
  problem TEXT,
  failures INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE feed_reports (
  id INTEGER PRIMARY KEY,
  feed TEXT NOT NULL,
  at TEXT NOT NULL,
  report TEXT NOT NULL
) STRICT;
CREATE INDEX feed_reports_feed ON feed_reports (feed);
