-- What editors write about a listing for each other. Private: no page of the site, export or ledger ever shows it.
CREATE TABLE notes (
  number INTEGER PRIMARY KEY,
  list TEXT NOT NULL,
  subject TEXT NOT NULL,
  at TEXT NOT NULL,
  -- The id of the editor's account.
  account TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX notes_by_subject ON notes (list, subject, number);
