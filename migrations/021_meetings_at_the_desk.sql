-- A meeting that must not be listed is also known by what its list says of it, because lists without ids of their own get new ones; and by
-- the rows of its times, so that an index made before it went leaves them out. Both null for a program or a guide.
ALTER TABLE unlisted ADD COLUMN said TEXT;
ALTER TABLE unlisted ADD COLUMN rows TEXT;

-- A report about a meeting can be passed on to the list that the meeting is from.
CREATE TABLE reports_now (
  reference TEXT PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  list TEXT,
  subject TEXT,
  field TEXT NOT NULL,
  wrong TEXT,
  "right" TEXT,
  note TEXT,
  same TEXT NOT NULL,
  times INTEGER NOT NULL DEFAULT 1,
  at TEXT NOT NULL,
  seen_at TEXT,
  outcome TEXT CHECK (outcome IN ('accepted', 'changed', 'declined', 'passed on')),
  reply TEXT,
  settled_at TEXT,
  settled_by TEXT
) STRICT;
INSERT INTO reports_now SELECT * FROM reports;
DROP TABLE reports;
ALTER TABLE reports_now RENAME TO reports;
CREATE UNIQUE INDEX reports_open ON reports (same) WHERE outcome IS NULL;
CREATE INDEX reports_by_subject ON reports (list, subject) WHERE outcome IS NULL;
CREATE INDEX reports_by_time ON reports (at);
