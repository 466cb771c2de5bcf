-- What readers say is wrong, and what they say is missing. Both are private: no page, export or ledger shows what they wrote.

-- `field` is where it is in the listing ("contacts[2].value"), or "other"; `wrong` is what the page said there, `right` what the reader says instead.
-- What several readers say alike is one row: `same` is a digest of what makes it so, `times` how many said it.
CREATE TABLE reports (
  reference TEXT PRIMARY KEY,
  -- The reference by the first four letters of each word, which no two words share.
  key TEXT NOT NULL UNIQUE,
  -- Both null where it is about the site itself.
  list TEXT,
  subject TEXT,
  field TEXT NOT NULL,
  wrong TEXT,
  "right" TEXT,
  note TEXT,
  same TEXT NOT NULL,
  times INTEGER NOT NULL DEFAULT 1,
  at TEXT NOT NULL,
  -- When an editor first opened it, and what came of it.
  seen_at TEXT,
  outcome TEXT CHECK (outcome IN ('accepted', 'changed', 'declined')),
  reply TEXT,
  settled_at TEXT,
  settled_by TEXT
) STRICT;
CREATE UNIQUE INDEX reports_open ON reports (same) WHERE outcome IS NULL;
CREATE INDEX reports_by_subject ON reports (list, subject) WHERE outcome IS NULL;

CREATE TABLE suggestions (
  reference TEXT PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('program', 'meetings')),
  name TEXT NOT NULL,
  what TEXT NOT NULL,
  -- Number, street or mail address, as written.
  reach TEXT,
  url TEXT,
  -- How the reader knows it.
  source TEXT,
  same TEXT NOT NULL,
  times INTEGER NOT NULL DEFAULT 1,
  at TEXT NOT NULL,
  seen_at TEXT,
  outcome TEXT CHECK (outcome IN ('accepted', 'changed', 'declined')),
  reply TEXT,
  settled_at TEXT,
  settled_by TEXT
) STRICT;
CREATE UNIQUE INDEX suggestions_open ON suggestions (same) WHERE outcome IS NULL;

-- Who wants an answer, apart from what was said: gone as soon as it is answered, and after 90 days.
CREATE TABLE reader_emails (
  reference TEXT NOT NULL,
  email TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (reference, email)
) STRICT, WITHOUT ROWID;

-- How many came in a day, and what is old.
CREATE INDEX reports_by_time ON reports (at);
CREATE INDEX suggestions_by_time ON suggestions (at);
CREATE INDEX reader_emails_by_time ON reader_emails (at);
