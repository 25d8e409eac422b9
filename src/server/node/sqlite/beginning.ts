import { randomUUID } from "node:crypto";
import type { Beginning } from "../../../room/room-log.js";
import type { RoomId } from "../../../signal/ids.js";
import { purge, type RewritingParts } from "./rewriting.js";

/**
 * Makes a room that begins with a board: first without a name, then with it, in one transaction. A process that ends
 * meanwhile leaves a nameless one, to be taken away when the store is next opened. False when the name is taken.
 */
export async function beginRoom(
  parts: RewritingParts,
  room: RoomId,
  { keyframe: { seq, at, bytes }, lastMember, assets: shown, from }: Beginning,
  now: number,
): Promise<boolean> {
  const { tables, assets, commits } = parts;
  const id = await commits.add(() => {
    const made = tables.addNameless(now)?.id ?? 0;
    tables.putKeyframe(made, seq, at, 0, bytes);
    tables.addBytes(bytes.length, made);
    tables.setHead(seq, at, 0, made);
    // A client of a name that nobody can guess holds the highest number: new clients are given others.
    if (lastMember > 0) tables.addClient(made, `begun-${randomUUID()}`, lastMember);
    return made;
  });
  let isNamed = false;
  try {
    for (const hash of shown) {
      await commits.add(() => {
        const source = tables.room(from);
        const asset = source && assets.asset(source.id, hash);
        if (asset) assets.copy(asset, id);
      });
    }
    isNamed = await commits.add(() => {
      if (tables.room(room)) return false;
      tables.nameRoom(room, 0, now, id);
      return true;
    });
  } finally {
    if (!isNamed) await purge(parts, id);
  }
  return isNamed;
}
