import type { DatabaseSyncInstance } from "@photostructure/sqlite";

type Value = number | string | Uint8Array;

/** A row of the table `room`. */
export interface RoomRow {
  readonly id: number;
  readonly name: string;
  readonly created: number;
  readonly head: number;
  readonly last_at: number;
  readonly is_recording: number;
  readonly is_closed: number;
  readonly edition: number;
  readonly bytes: number;
}

/** A row of the table `client`, without its room. */
export interface ClientRow {
  readonly member: number;
  readonly client_seq: number;
}

/** A row of the table `raw`, without its room. */
export interface RawRow {
  readonly first: number;
  readonly last: number;
  readonly is_recorded: number;
  readonly crc: number;
  readonly bytes: Uint8Array;
}

/** A row of the table `block`, without its room. */
export interface BlockRow {
  readonly first: number;
  readonly last: number;
  readonly info: string;
  readonly document: Uint8Array;
  readonly ink: Uint8Array;
  readonly presence: Uint8Array;
}

/** A row of the table `keyframe`, without its room. */
export interface KeyframeRow {
  readonly seq: number;
  readonly at: number;
  readonly is_kept: number;
  readonly bytes: Uint8Array;
}

/** A row of the table `room`, and whether anything of it was recorded. */
export type RoomRecordRow = RoomRow & { readonly is_recorded: number };

const ROOM_RECORDS = `
  SELECT *, EXISTS (SELECT 1 FROM block WHERE block.room = room.id)
    OR EXISTS (SELECT 1 FROM raw WHERE raw.room = room.id AND is_recorded = 1) AS is_recorded
  FROM room`;

const someOf = (table: "raw" | "block" | "keyframe") =>
  `DELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} WHERE room = ? LIMIT ?)`;

/** The statements of the store, each prepared once, under names. Parameters stand in the order of the question marks. */
export type Tables = ReturnType<typeof tables>;

/** Prepares the statements for an open database. */
export function tables(db: DatabaseSyncInstance) {
  const one = <P extends readonly Value[], Row>(sql: string) => {
    const statement = db.prepare(sql);
    return (...values: P): Row | undefined => statement.get(...values);
  };
  const all = <P extends readonly Value[], Row>(sql: string) => {
    const statement = db.prepare(sql);
    return (...values: P): Row[] => statement.all(...values);
  };
  const run = <P extends readonly Value[]>(sql: string) => {
    const statement = db.prepare(sql);
    return (...values: P): void => void statement.run(...values);
  };
  const count = <P extends readonly Value[]>(sql: string) => {
    const statement = db.prepare(sql);
    return (...values: P): number => Number(statement.run(...values).changes);
  };

  return {
    room: one<[name: string], RoomRow>("SELECT * FROM room WHERE name = ?"),
    roomById: one<[id: number], RoomRow>("SELECT * FROM room WHERE id = ?"),
    roomRecord: one<[name: string], RoomRecordRow>(`${ROOM_RECORDS} WHERE name = ?`),
    roomRecordById: one<[id: number], RoomRecordRow>(`${ROOM_RECORDS} WHERE id = ?`),
    rooms: all<[limit: number], RoomRecordRow>(
      `${ROOM_RECORDS} WHERE name IS NOT NULL ORDER BY last_at DESC, name DESC LIMIT ?`,
    ),
    roomsAfter: all<[lastAt: number, name: string, limit: number], RoomRecordRow>(
      `${ROOM_RECORDS} WHERE name IS NOT NULL AND (last_at, name) < (?, ?) ORDER BY last_at DESC, name DESC LIMIT ?`,
    ),
    addRoom: run<[name: string, created: number, lastAt: number, edition: number]>(
      "INSERT INTO room (name, created, head, last_at, is_recording, edition, bytes) VALUES (?, ?, 0, ?, 0, ?, 0)",
    ),
    setClosed: run<[isClosed: number, id: number]>("UPDATE room SET is_closed = ? WHERE id = ?"),
    /** Adds a room without a name, and gives its id. */
    addNameless: one<[created: number], { readonly id: number }>(
      `INSERT INTO room (name, created, head, last_at, is_recording, bytes) VALUES (NULL, ?, 0, 0, 0, 0)
       RETURNING id`,
    ),
    nameRoom: run<[name: string, isClosed: number, edition: number, id: number]>(
      "UPDATE room SET name = ?, is_closed = ?, edition = ? WHERE id = ?",
    ),
    unnameRoom: run<[id: number]>("UPDATE room SET name = NULL WHERE id = ?"),
    nameless: all<[], { readonly id: number }>("SELECT id FROM room WHERE name IS NULL"),
    dropRoom: run<[id: number]>("DELETE FROM room WHERE id = ?"),
    setHead: run<[head: number, lastAt: number, isRecording: number, id: number]>(
      "UPDATE room SET head = ?, last_at = ?, is_recording = ? WHERE id = ?",
    ),
    /** Writes a room as it is. */
    touchRoom: run<[id: number]>("UPDATE room SET head = head WHERE id = ?"),
    addBytes: run<[bytes: number, id: number]>("UPDATE room SET bytes = bytes + ? WHERE id = ?"),

    client: one<[room: number, client: string], ClientRow>(
      "SELECT member, client_seq FROM client WHERE room = ? AND client = ?",
    ),
    clientSeq: one<[room: number, member: number], { readonly client_seq: number }>(
      "SELECT client_seq FROM client WHERE room = ? AND member = ?",
    ),
    members: all<[room: number], { readonly member: number }>("SELECT member FROM client WHERE room = ?"),
    lastMember: one<[room: number], { readonly member: number | null }>(
      "SELECT MAX(member) AS member FROM client WHERE room = ?",
    ),
    moveClients: run<[to: number, from: number]>("UPDATE client SET room = ? WHERE room = ?"),
    dropClients: run<[room: number]>("DELETE FROM client WHERE room = ?"),
    addClient: run<[room: number, client: string, member: number]>("INSERT INTO client VALUES (?, ?, ?, 0)"),
    setClientSeq: run<[clientSeq: number, room: number, member: number]>(
      "UPDATE client SET client_seq = ? WHERE room = ? AND member = ?",
    ),

    raw: all<[room: number], RawRow>("SELECT * FROM raw WHERE room = ? ORDER BY first"),
    rawBetween: all<[room: number, first: number, last: number], RawRow>(
      "SELECT * FROM raw WHERE room = ? AND last >= ? AND first <= ? ORDER BY first",
    ),
    addRaw: run<[room: number, first: number, last: number, isRecorded: number, crc: number, bytes: Uint8Array]>(
      "INSERT INTO raw VALUES (?, ?, ?, ?, ?, ?)",
    ),
    dropRaw: run<[room: number, first: number]>("DELETE FROM raw WHERE room = ? AND first = ?"),

    /** What is known of the block in which an entry stands, or of the next one. */
    infoFrom: one<[room: number, seq: number], { readonly info: string }>(
      "SELECT info FROM block WHERE room = ? AND last >= ? ORDER BY last LIMIT 1",
    ),
    infos: all<[room: number], { readonly info: string }>("SELECT info FROM block WHERE room = ? ORDER BY last"),
    document: one<[room: number, first: number, last: number], { readonly bytes: Uint8Array }>(
      "SELECT document AS bytes FROM block WHERE room = ? AND first = ? AND last = ?",
    ),
    ink: one<[room: number, first: number, last: number], { readonly bytes: Uint8Array }>(
      "SELECT ink AS bytes FROM block WHERE room = ? AND first = ? AND last = ?",
    ),
    presence: one<[room: number, first: number, last: number], { readonly bytes: Uint8Array }>(
      "SELECT presence AS bytes FROM block WHERE room = ? AND first = ? AND last = ?",
    ),
    /** The blocks after an entry. */
    blocksAfter: all<[room: number, seq: number], BlockRow>(
      "SELECT * FROM block WHERE room = ? AND last > ? ORDER BY last",
    ),
    /** The block in which an entry stands, or the next one. */
    blockFrom: one<[room: number, seq: number], BlockRow>(
      "SELECT * FROM block WHERE room = ? AND last >= ? ORDER BY last LIMIT 1",
    ),
    /** The first block after an entry whose ink is plain. */
    plainBlockAfter: one<[room: number, seq: number], BlockRow>(
      "SELECT * FROM block WHERE room = ? AND last > ? AND info ->> 'isPlain' ORDER BY last LIMIT 1",
    ),
    lastSealed: one<[room: number], { readonly last: number | null }>(
      "SELECT MAX(last) AS last FROM block WHERE room = ?",
    ),
    addBlock: run<
      [
        room: number,
        first: number,
        last: number,
        info: string,
        document: Uint8Array,
        ink: Uint8Array,
        presence: Uint8Array,
      ]
    >("INSERT INTO block VALUES (?, ?, ?, ?, ?, ?, ?)"),
    /** What the blocks take whose entries lie between two. */
    bytesWithin: one<[room: number, first: number, last: number], { readonly bytes: number | null }>(
      `SELECT SUM(LENGTH(document) + LENGTH(ink) + LENGTH(presence)) AS bytes
       FROM block WHERE room = ? AND first >= ? AND last <= ?`,
    ),
    dropWithin: run<[room: number, first: number, last: number]>(
      "DELETE FROM block WHERE room = ? AND first >= ? AND last <= ?",
    ),
    rangesAfter: all<[room: number, seq: number], { readonly first: number; readonly last: number }>(
      "SELECT first, last FROM block WHERE room = ?1 AND last > ?2 AND first > ?2 ORDER BY last",
    ),
    passedBytesAfter: one<[room: number, seq: number], { readonly bytes: number | null }>(
      "SELECT SUM(LENGTH(document) + LENGTH(presence)) AS bytes FROM block WHERE room = ?1 AND last > ?2 AND first > ?2",
    ),

    keyframe: one<[room: number, seq: number], KeyframeRow>("SELECT * FROM keyframe WHERE room = ? AND seq = ?"),
    /** The newest keyframe that is older than `seq`. */
    keyframeBefore: one<[room: number, seq: number], KeyframeRow>(
      "SELECT * FROM keyframe WHERE room = ? AND seq < ? ORDER BY seq DESC LIMIT 1",
    ),
    lastKeyframe: one<[room: number], { readonly seq: number | null }>(
      "SELECT MAX(seq) AS seq FROM keyframe WHERE room = ?",
    ),
    keyframeSeqs: all<
      [room: number],
      { readonly seq: number; readonly at: number; readonly is_kept: number; readonly size: number }
    >("SELECT seq, at, is_kept, LENGTH(bytes) AS size FROM keyframe WHERE room = ? ORDER BY seq"),
    putKeyframe: run<[room: number, seq: number, at: number, isKept: number, bytes: Uint8Array]>(
      "INSERT INTO keyframe VALUES (?, ?, ?, ?, ?)",
    ),
    dropKeyframe: run<[room: number, seq: number]>("DELETE FROM keyframe WHERE room = ? AND seq = ?"),
    slots: all<[], { readonly id: number; readonly bytes: Uint8Array }>("SELECT id, bytes FROM journal"),
    putSlot: run<[id: number, bytes: Uint8Array]>(
      "INSERT INTO journal VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET bytes = excluded.bytes",
    ),
    dropSlots: run<[]>("DELETE FROM journal"),
    /** Takes some rows away; returns how many. */
    dropSome: {
      raw: count<[room: number, limit: number]>(someOf("raw")),
      block: count<[room: number, limit: number]>(someOf("block")),
      keyframe: count<[room: number, limit: number]>(someOf("keyframe")),
    },
  };
}
