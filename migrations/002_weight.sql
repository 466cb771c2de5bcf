-- How much a match of the row counts in a search, beside how well it matches: a line of one state answers fewer people.
ALTER TABLE programs ADD COLUMN weight REAL NOT NULL DEFAULT 1;
ALTER TABLE documents ADD COLUMN weight REAL NOT NULL DEFAULT 1;
