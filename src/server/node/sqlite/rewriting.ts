import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { RewrittenPart } from "../../../room/room-log.js";
import { InktapeError } from "../../../signal/errors.js";
import type { RoomId } from "../../../signal/ids.js";
import { decodeKeyframe } from "../../../tape/keyframe.js";
import type { AssetTables } from "./asset-tables.js";
import type { GroupCommit } from "./group-commit.js";
import type { Journal } from "./journal.js";
import type { Tables } from "./tables.js";

/** Rows that are taken away in one transaction: few, so that other rooms hardly wait. */
const ROWS_AT_A_TIME = 16;

export interface RewritingParts {
  readonly db: DatabaseSyncInstance;
  readonly tables: Tables;
  readonly assets: AssetTables;
  readonly journal: Journal;
  readonly commits: GroupCommit;
}

/**
 * Writes a room anew, part by part into a room that has no name; then that one takes the name, in one transaction, and
 * what was goes, a few rows at a time. A process that ends meanwhile leaves the one room or the other, and a nameless
 * one to be taken away when the store is next opened.
 */
export async function rewriteRoom(
  parts: RewritingParts,
  room: RoomId,
  rewritten: AsyncIterable<RewrittenPart>,
  now: number,
): Promise<void> {
  const { tables, assets, commits } = parts;
  const before = tables.room(room);
  if (!before) throw new InktapeError("not-found", `There is no room "${room}" in this store.`);
  const id = await commits.add(() => tables.addNameless(before.created)?.id ?? 0);
  try {
    let head: { readonly seq: number; readonly at: number; readonly bytes: Uint8Array } | null = null;
    for await (const part of rewritten) {
      await commits.add(() => put(tables, id, part));
      head = part.type === "keyframe" ? part.keyframe : null;
    }
    const end = head;
    if (!end) throw new InktapeError("bad-argument", "A room that is written anew ends in a keyframe.");
    const isRecording = Number(decodeKeyframe(end.bytes).isRecording);
    await commits.add(() => {
      tables.unnameRoom(before.id);
      tables.nameRoom(room, before.is_closed, Math.max(now, before.edition + 1), id);
      tables.setHead(end.seq, end.at, isRecording, id);
      tables.moveClients(id, before.id);
      assets.move(before.id, id);
    });
  } catch (error) {
    await purge(parts, id);
    throw error;
  }
  await purge(parts, before.id);
}

/** Takes a room away: its name at once, then what it had. False when it never was. */
export async function removeRoom(parts: RewritingParts, room: RoomId): Promise<boolean> {
  const { tables, commits } = parts;
  const row = await commits.add(() => {
    const known = tables.room(room);
    if (known) tables.unnameRoom(known.id);
    return known;
  });
  if (row) await purge(parts, row.id);
  return row !== undefined;
}

/** Takes away what rooms without a name have: what a process left that ended in the middle of it. */
export async function purgeNameless(parts: RewritingParts): Promise<void> {
  for (const { id } of parts.tables.nameless()) await purge(parts, id);
}

function put(tables: Tables, id: number, part: RewrittenPart): void {
  if (part.type === "keyframe") {
    const { seq, at, bytes } = part.keyframe;
    const size = tables.keyframe(id, seq)?.bytes.length ?? 0;
    tables.dropKeyframe(id, seq);
    tables.putKeyframe(id, seq, at, Number(part.isKept), bytes);
    tables.addBytes(bytes.length - size, id);
    return;
  }
  const { info, parts } = part.block;
  const { document, ink, presence } = parts;
  tables.addBlock(id, info.first, info.last, JSON.stringify(info), document, ink, presence);
  tables.addBytes(info.bytes, id);
}

/** Takes away all that a room without a name has, a few rows at a time. */
export async function purge({ db, tables, assets, journal, commits }: RewritingParts, id: number): Promise<void> {
  await commits.add(() => journal.drop(id));
  for (const drop of Object.values(tables.dropSome)) {
    while ((await commits.add(() => drop(id, ROWS_AT_A_TIME))) > 0);
  }
  for (const asset of assets.assets(id)) await commits.add(() => assets.drop(id, asset));
  await commits.add(() => {
    tables.dropClients(id);
    tables.dropRoom(id);
    // It holds what the room said beside what others did.
    journal.drop(id);
    journal.clear();
  });
  // Old pages stand in the log beside the file until it is cut. Where a reader holds it, this does not wait for him.
  db.exec("PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout = 1000;");
}
