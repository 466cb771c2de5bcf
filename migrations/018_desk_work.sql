-- What the desk does beside editing: places that are closed until a day, the results of calls, listings drawn by chance, sheets on their way in.

-- A place or a group that does not meet until a day. `place` is a place_key of meetings; else `feed` and `group_key` name a group.
CREATE TABLE closures (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  place TEXT,
  feed TEXT,
  group_key TEXT,
  -- What the desk calls it: "First Church, 12 Main St, Bigfork".
  label TEXT NOT NULL,
  -- On whose clock the day begins, and the day on which it meets again.
  zone TEXT NOT NULL,
  until TEXT NOT NULL,
  -- What readers are told; why, for editors alone.
  words TEXT NOT NULL,
  why TEXT,
  at TEXT NOT NULL,
  -- When a person opened it again before its day.
  ended TEXT,
  CHECK ((place IS NULL) != (feed IS NULL)),
  CHECK ((feed IS NULL) = (group_key IS NULL))
) STRICT;

-- What became of each call on the call sheet, and of each listing that was drawn (`month`, else null).
CREATE TABLE calls (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  list TEXT NOT NULL,
  subject TEXT NOT NULL,
  -- "right", "changed", "no answer" or "wrong"; for a drawn listing also "usable".
  result TEXT NOT NULL,
  note TEXT,
  month TEXT,
  role TEXT NOT NULL,
  account TEXT NOT NULL,
  at TEXT NOT NULL,
  -- When the listing was put right, or called again.
  settled TEXT
) STRICT;
CREATE INDEX calls_by_subject ON calls (list, subject, settled);
CREATE INDEX calls_by_month ON calls (month, subject);

-- The listings drawn by chance in a month: all that it takes to draw them again. `pool` and `drawn` are lists of ids in JSON.
CREATE TABLE draws (
  month TEXT PRIMARY KEY,
  identity TEXT NOT NULL,
  seed TEXT NOT NULL,
  pool TEXT NOT NULL,
  drawn TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

-- A spreadsheet between its preview and its being taken over: the text as it came, and the version of each listing that was compared.
CREATE TABLE sheets (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  list TEXT NOT NULL,
  text TEXT NOT NULL,
  versions TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
