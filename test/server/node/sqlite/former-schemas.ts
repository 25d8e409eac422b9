/** The tables of what was recorded, which these versions have alike. */
const RECORDED = `
  CREATE TABLE raw (
    room INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    is_recorded INTEGER NOT NULL,
    crc INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (room, first)
  ) STRICT;

  CREATE TABLE block (
    room INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    info TEXT NOT NULL,
    document BLOB NOT NULL,
    ink BLOB NOT NULL,
    presence BLOB NOT NULL,
    PRIMARY KEY (room, last)
  ) STRICT;

  CREATE TABLE keyframe (
    room INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    is_kept INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (room, seq)
  ) STRICT;
`;

/** The schema as version 2 had it. */
export const VERSION_2 = `
  CREATE TABLE room (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    created INTEGER NOT NULL,
    head INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    is_recording INTEGER NOT NULL,
      bytes INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE client (
    room INTEGER NOT NULL,
    client TEXT NOT NULL,
    member INTEGER NOT NULL,
      client_seq INTEGER NOT NULL,
    PRIMARY KEY (room, client),
    UNIQUE (room, member)
  ) STRICT, WITHOUT ROWID;

${RECORDED}

  PRAGMA application_id = 0x74617065;
  PRAGMA user_version = 2;
`;

/** The schema as version 3 had it. */
export const VERSION_3 = `
  CREATE TABLE room (
    id INTEGER PRIMARY KEY,
    name TEXT UNIQUE,
    created INTEGER NOT NULL,
    head INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    is_recording INTEGER NOT NULL,
    is_closed INTEGER NOT NULL DEFAULT 0,
    edition INTEGER NOT NULL DEFAULT 0,
    bytes INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE client (
    room INTEGER NOT NULL,
    client TEXT NOT NULL,
    member INTEGER NOT NULL,
    client_seq INTEGER NOT NULL,
    PRIMARY KEY (room, client),
    UNIQUE (room, member)
  ) STRICT, WITHOUT ROWID;

${RECORDED}

  CREATE TABLE asset (
    room INTEGER NOT NULL,
    hash TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    content INTEGER NOT NULL,
    PRIMARY KEY (room, hash)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE asset_content (
    id INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL
  ) STRICT;

  CREATE TABLE delivery (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    url TEXT NOT NULL,
    message TEXT NOT NULL,
    created INTEGER NOT NULL,
    body TEXT NOT NULL
  ) STRICT;

  PRAGMA application_id = 1952542821;
  PRAGMA user_version = 3;
`;
