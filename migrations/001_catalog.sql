-- One row for each import that changed something: the audit trail, and its id is the data version.
CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  report TEXT NOT NULL
) STRICT;

-- A collection is five tables that share a name: the rows, their facet values, their text (stemmed, for searching),
-- their words (unstemmed, for knowing which words exist) and a view of those words.
-- `names` is every name it goes by, folded, one a line; `card` is what a row of results shows, `listing` the whole file; `digest` tells whether anything changed.

CREATE TABLE programs (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  names TEXT NOT NULL,
  touched TEXT NOT NULL,
  reach INTEGER NOT NULL,
  card TEXT NOT NULL,
  listing TEXT NOT NULL,
  digest TEXT NOT NULL
) STRICT;

CREATE TABLE programs_values (
  number INTEGER NOT NULL REFERENCES programs ON DELETE CASCADE,
  facet TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (number, facet, value)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE programs_text USING fts5 (
  name, also, labels, summary, body,
  content = '', contentless_delete = 1, tokenize = "porter unicode61 remove_diacritics 2"
);
INSERT INTO programs_text (programs_text, rank) VALUES ('rank', 'bm25(10.0, 8.0, 4.0, 3.0, 1.0)');

CREATE VIRTUAL TABLE programs_words USING fts5 (
  text, content = '', contentless_delete = 1, detail = none, tokenize = "unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE programs_vocabulary USING fts5vocab (programs_words, row);

CREATE TABLE documents (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  names TEXT NOT NULL,
  touched TEXT NOT NULL,
  year TEXT,
  card TEXT NOT NULL,
  listing TEXT NOT NULL,
  digest TEXT NOT NULL
) STRICT;

CREATE TABLE documents_values (
  number INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  facet TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (number, facet, value)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE documents_text USING fts5 (
  name, also, labels, summary, body,
  content = '', contentless_delete = 1, tokenize = "porter unicode61 remove_diacritics 2"
);
INSERT INTO documents_text (documents_text, rank) VALUES ('rank', 'bm25(10.0, 8.0, 4.0, 3.0, 1.0)');

CREATE VIRTUAL TABLE documents_words USING fts5 (
  text, content = '', contentless_delete = 1, detail = none, tokenize = "unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE documents_vocabulary USING fts5vocab (documents_words, row);
