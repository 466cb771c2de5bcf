-- Who may work at the desk. Nothing of these tables ever leaves by /ledger or an export.

-- A removed editor keeps the row, so that the history can still say who it was; everything secret in it is gone.
CREATE TABLE editors (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  -- The name as sign-in compares it.
  folded TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('admin', 'editor')),
  -- argon2id with its parameters and salt; NULL until a link has been used.
  password TEXT,
  -- The secret of the authenticator app in base32; NULL where codes are not asked for.
  code_secret TEXT,
  -- The last 30 seconds whose code was used: none works twice.
  code_step INTEGER NOT NULL DEFAULT 0,
  added_at TEXT NOT NULL,
  signed_in_at TEXT,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX editors_by_name ON editors (folded) WHERE removed_at IS NULL;

-- One-time links to choose a password, by the SHA-256 of their token. One an editor: a new one ends the one before.
CREATE TABLE editor_links (
  editor TEXT PRIMARY KEY REFERENCES editors (id) ON DELETE CASCADE,
  hash TEXT NOT NULL UNIQUE,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What opens the door where the app is lost, by their SHA-256; a row is deleted when it is used.
CREATE TABLE recovery_codes (
  editor TEXT NOT NULL REFERENCES editors (id) ON DELETE CASCADE,
  hash TEXT NOT NULL,
  PRIMARY KEY (editor, hash)
) STRICT, WITHOUT ROWID;

-- Who is signed in, by the SHA-256 of the id in the cookie.
CREATE TABLE sessions (
  hash TEXT PRIMARY KEY,
  editor TEXT NOT NULL REFERENCES editors (id) ON DELETE CASCADE,
  started_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  -- A secret that was shown and is not confirmed yet.
  offered_secret TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_editor ON sessions (editor);

-- Sign-ins that failed since the last good one, by the SHA-256 of the name that was typed, whether or not somebody has that name.
CREATE TABLE failed_sign_ins (
  hash TEXT PRIMARY KEY,
  editor TEXT REFERENCES editors (id) ON DELETE CASCADE,
  failures INTEGER NOT NULL,
  failed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX failed_sign_ins_by_time ON failed_sign_ins (failed_at);
