-- What questions about places look up, made from `places` whenever those are filled: no question has to group 41,000 ZIP codes.

-- Every town by state, as names are folded, and how many ZIP codes it has.
CREATE TABLE towns (
  folded TEXT NOT NULL,
  state TEXT NOT NULL,
  letters INTEGER NOT NULL,
  zips INTEGER NOT NULL,
  PRIMARY KEY (folded, state)
) STRICT, WITHOUT ROWID;
CREATE INDEX towns_by_state ON towns (state, letters);
CREATE INDEX towns_by_letter ON towns (substr(folded, 1, 1), letters);

-- Every county by its folded name without the word county, with the mean of its ZIP codes.
CREATE TABLE counties (
  folded TEXT NOT NULL,
  state TEXT NOT NULL,
  name TEXT NOT NULL,
  latitude REAL NOT NULL,
  longitude REAL NOT NULL
) STRICT;
CREATE INDEX counties_by_name ON counties (folded, state);

-- Names are folded by the program, so the next start fills the places anew.
DELETE FROM sources WHERE name = 'places';
