-- ZIP codes with the town and the middle of each, from GeoNames (CC BY 4.0). `folded` is the town as it is asked for.
CREATE TABLE places (
  zip TEXT PRIMARY KEY,
  city TEXT NOT NULL,
  folded TEXT NOT NULL,
  state TEXT NOT NULL,
  county TEXT,
  latitude REAL NOT NULL,
  longitude REAL NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX places_by_town ON places (folded, state);

-- The digest of the file that the places were filled from: one row, or none before the first.
CREATE TABLE places_source (digest TEXT NOT NULL) STRICT;
