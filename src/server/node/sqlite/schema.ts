/** The version of {@link SCHEMA}, kept in the file itself. */
export const SCHEMA_VERSION = 5;
/** Marks a file as inktape's: "tape" in ASCII. */
export const APPLICATION_ID = 0x74617065;

/** A room without a name is being made, or taken away. */
const ROOM = `
  CREATE TABLE room (
    id INTEGER PRIMARY KEY,
    name TEXT UNIQUE,
    created INTEGER NOT NULL,
    -- The last entry that the rows of the room know of; what follows on it stands in the journal. So with the next two.
    head INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    is_recording INTEGER NOT NULL,
    is_closed INTEGER NOT NULL DEFAULT 0,
    -- When the room's tape was begun or last made anew.
    edition INTEGER NOT NULL DEFAULT 0,
    -- What the room's raw entries, blocks and keyframes take.
    bytes INTEGER NOT NULL
  ) STRICT;
`;

const NEW_IN_3 = `
  -- The pictures of rooms, by the SHA-256 of their bytes as hexadecimal digits.
  CREATE TABLE asset (
    room INTEGER NOT NULL,
    hash TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    content INTEGER NOT NULL,
    PRIMARY KEY (room, hash)
  ) STRICT, WITHOUT ROWID;

  -- Apart from the room they belong to, so that a room may take another id without their being written anew.
  CREATE TABLE asset_content (
    id INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL
  ) STRICT;

  -- Messages to webhooks that were not taken yet, in order.
  CREATE TABLE delivery (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    url TEXT NOT NULL,
    message TEXT NOT NULL,
    created INTEGER NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
`;

const NEW_IN_5 = `
  -- What rooms appended last, side by side, as sqlite/slot.ts says; the rows of a room do not know of it yet.
  CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL
  ) STRICT;
`;

/**
 * One file for all rooms. Times are milliseconds since 1970 UTC; `first`, `last`, `head` and `seq` count a room's
 * entries from 1.
 */
export const SCHEMA = `
  ${ROOM}

  CREATE TABLE client (
    room INTEGER NOT NULL,
    client TEXT NOT NULL,
    member INTEGER NOT NULL,
    -- The last of the client's signals that is in the log.
    client_seq INTEGER NOT NULL,
    PRIMARY KEY (room, client),
    UNIQUE (room, member)
  ) STRICT, WITHOUT ROWID;

  -- Entries that stand in no block yet, as signal/wire/entries.ts encodes them; a row is recorded as a whole or not.
  CREATE TABLE raw (
    room INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    is_recorded INTEGER NOT NULL,
    crc INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (room, first)
  ) STRICT;

  -- Sealed blocks; info is the JSON of a BlockInfo.
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

  -- is_kept is 1 for a keyframe that is part of the tape.
  CREATE TABLE keyframe (
    room INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    is_kept INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (room, seq)
  ) STRICT;

  ${NEW_IN_3}
  ${NEW_IN_5}

  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

/** Makes a store of version 2 one of version 3. */
export const FROM_VERSION_2 = `
  ALTER TABLE room RENAME TO room_2;
  ${ROOM}
  INSERT INTO room (id, name, created, head, last_at, is_recording, edition, bytes)
    SELECT id, name, created, head, last_at, is_recording, created, bytes FROM room_2;
  DROP TABLE room_2;
  ${NEW_IN_3}
  PRAGMA user_version = 3;
`;

/**
 * Makes a store of version 3 one of version 4, which may hold forms of ink in its raw entries (signal/wire/signals.ts)
 * that version 3 would take for signals unknown to it; those of version 3 are read as they are.
 */
export const FROM_VERSION_3 = "PRAGMA user_version = 4;";

/** Makes a store of version 4 one of version 5, which has a journal. */
export const FROM_VERSION_4 = `
  ${NEW_IN_5}
  PRAGMA user_version = 5;
`;
