-- Words are searched by an index in memory; SQLite keeps the texts it is built from, folded, one column for each field.
-- Every listing is written anew at the next import, because none has the digest of what it now holds.
DROP TABLE programs_vocabulary;
DROP TABLE programs_words;
DROP TABLE programs_text;
DROP TABLE documents_vocabulary;
DROP TABLE documents_words;
DROP TABLE documents_text;

CREATE TABLE programs_text (
  number INTEGER PRIMARY KEY REFERENCES programs ON DELETE CASCADE,
  name TEXT NOT NULL,
  also TEXT NOT NULL,
  labels TEXT NOT NULL,
  summary TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE documents_text (
  number INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
  name TEXT NOT NULL,
  also TEXT NOT NULL,
  labels TEXT NOT NULL,
  summary TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

UPDATE programs SET digest = '';
UPDATE documents SET digest = '';
