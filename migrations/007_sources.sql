-- What the database was last filled from, by name: whoever would fill it from the same need not.
CREATE TABLE sources (
  name TEXT PRIMARY KEY,
  digest TEXT NOT NULL
) STRICT;
INSERT INTO sources SELECT 'places', digest FROM places_source LIMIT 1;
DROP TABLE places_source;
