-- What the database was last filled from, by name: whoever would fill it from the same need not.
CREATE TABLE sources (
  name TEXT PRIMARY KEY,
  digest TEXT NOT NULL
) STRICT;
INSERT INTO sources SELECT 'places', digest FROM places_source LIMIT 1;
DROP TABLE places_source;

-- Which database this is: one made anew must not be taken for the one that stood here before.
INSERT INTO sources VALUES ('database', lower(hex(randomblob(4))));
