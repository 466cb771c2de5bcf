-- What became of each link to another site when it was last looked at. None of this moves "Checked …": only a person does that.
CREATE TABLE links (
  url TEXT PRIMARY KEY,
  verdict TEXT NOT NULL,
  -- Where it has moved to for good.
  moved_to TEXT,
  -- For the operator: the status, or the code of the error.
  detail TEXT NOT NULL,
  asked TEXT NOT NULL,
  -- Since when each look has had this verdict.
  since TEXT NOT NULL,
  -- How many looks in a row have failed, and when the first of them was.
  failures INTEGER NOT NULL,
  failing_since TEXT,
  -- The verdict of which pages say that it is broken; null while they do not.
  broken TEXT,
  -- The finding that a person has looked at and found to be none: "gone", "moved https://…".
  settled TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX broken_links ON links (url) WHERE broken IS NOT NULL;

-- Where each link is: a listing, or a page of the catalog.
CREATE TABLE link_uses (
  url TEXT NOT NULL,
  list TEXT NOT NULL,
  subject TEXT NOT NULL,
  PRIMARY KEY (url, list, subject)
) STRICT, WITHOUT ROWID;

-- The last time that links were looked at: when, and what kept it from being done, if anything.
CREATE TABLE link_check (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  at TEXT NOT NULL,
  problem TEXT
) STRICT;
