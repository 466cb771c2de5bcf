-- The ledger: every change of the directory, numbered in the order in which they were made. The data version of a list is read from it, so
-- `imports` and `versions` go; what an import of a feed did is in `feed_reports` too.
CREATE TABLE changes (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  -- The sender's own, so that a change whose answer was lost can be sent again.
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  role TEXT NOT NULL,
  account TEXT,
  kind TEXT NOT NULL,
  list TEXT NOT NULL,
  subject TEXT NOT NULL,
  -- Whole listings where one came or went, else the fields that differ.
  before TEXT,
  after TEXT,
  why TEXT,
  public INTEGER NOT NULL
) STRICT;
CREATE INDEX changes_by_subject ON changes (list, subject);
CREATE INDEX changes_by_list ON changes (list);
-- For the page of changes. Its days are those of Central time, as in changes/told-days.ts.
CREATE INDEX public_changes_by_day ON changes (date(at, '-6 hours'), list, kind, subject) WHERE public;

-- A wrong entry gets an entry that says so.
CREATE TRIGGER changes_are_not_edited BEFORE UPDATE ON changes
BEGIN SELECT RAISE(ABORT, 'the ledger is never edited: append a change that says what is right'); END;
CREATE TRIGGER changes_are_not_removed BEFORE DELETE ON changes
BEGIN SELECT RAISE(ABORT, 'the ledger is never edited: append a change that says what is right'); END;
-- INSERT OR REPLACE would remove a row without that trigger, and a number in between would never reach who follows. Without a number
-- of its own NEW.seq is -1 here.
CREATE TRIGGER changes_are_not_replaced BEFORE INSERT ON changes
WHEN EXISTS (SELECT 1 FROM changes WHERE id = NEW.id) OR (NEW.seq != -1 AND NEW.seq <= (SELECT max(seq) FROM changes))
BEGIN SELECT RAISE(ABORT, 'the ledger is never edited: append a change that says what is right'); END;

-- Which history this is. A database that is put back gets another identity: nothing made from the history that it left is believed.
CREATE TABLE ledger (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  identity TEXT NOT NULL
) STRICT;
INSERT INTO ledger VALUES (1, lower(hex(randomblob(8))));

-- What each file of the catalog last said: files are one editor among others, and only what they say anew counts.
CREATE TABLE catalog_files (
  list TEXT NOT NULL,
  id TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (list, id)
) STRICT, WITHOUT ROWID;

-- Where a file and somebody else have changed the same field since the file last spoke. What is there stays until a person decides.
CREATE TABLE conflicts (
  number INTEGER PRIMARY KEY,
  list TEXT NOT NULL,
  subject TEXT NOT NULL,
  -- Null: the whole listing, which one of them removed.
  field TEXT,
  -- JSON: what the file said before, says now (theirs), and what is there (mine). Null: not there.
  before TEXT,
  theirs TEXT,
  mine TEXT,
  at TEXT NOT NULL,
  settled TEXT
) STRICT;
CREATE UNIQUE INDEX open_conflicts ON conflicts (list, subject, coalesce(field, '')) WHERE settled IS NULL;

-- What must not be listed, and why: no file and no feed brings it back.
CREATE TABLE unlisted (
  list TEXT NOT NULL,
  subject TEXT NOT NULL,
  why TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (list, subject)
) STRICT, WITHOUT ROWID;

-- What was there before the ledger: each listing came from a file and was added on the day that it names; the meetings came by change 1,
-- at the time of the first import that is remembered.
INSERT INTO changes (id, at, role, kind, list, subject, after, public)
SELECT lower(hex(randomblob(8))), coalesce((SELECT min(at) FROM imports), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')), 'feed', 'imported', 'meetings', 'all',
  json_object('added', count(*), 'changed', 0, 'removed', 0), 1
FROM meetings HAVING count(*) > 0;
INSERT INTO changes (id, at, role, kind, list, subject, after, public)
SELECT lower(hex(randomblob(8))), coalesce(body ->> '$.added', date('now')) || 'T12:00:00.000Z', 'catalog', 'added', 'programs', id, body, 1 FROM programs ORDER BY row;
INSERT INTO changes (id, at, role, kind, list, subject, after, public)
SELECT lower(hex(randomblob(8))), coalesce(body ->> '$.added', date('now')) || 'T12:00:00.000Z', 'catalog', 'added', 'documents', id, body, 1 FROM documents ORDER BY row;

INSERT INTO catalog_files SELECT 'programs', id, body FROM programs;
INSERT INTO catalog_files SELECT 'documents', id, body FROM documents;

-- The change that last touched a meeting. Its rows keep no history; the last version is enough for who follows the ledger.
ALTER TABLE meetings ADD COLUMN seq INTEGER NOT NULL DEFAULT 1;
CREATE INDEX meetings_by_seq ON meetings (seq, id);

-- Meetings that are gone, for a year: who follows the ledger must hear of them.
CREATE TABLE gone_meetings (
  id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX gone_meetings_by_seq ON gone_meetings (seq, id);

DROP TABLE imports;
DROP TABLE versions;
