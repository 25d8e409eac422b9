import { InktapeError } from "../signal/errors.js";
import type { RoomId } from "../signal/ids.js";
import type { MemoryRoom } from "./memory-room.js";
import type { AssetShelf } from "./room-log.js";

/** The pictures of a room that is kept in memory. */
export function memoryAssets(room: RoomId, find: () => MemoryRoom | undefined): AssetShelf {
  return {
    async put(asset, limit) {
      const kept = find();
      if (!kept) throw new InktapeError("not-found", `There is no room "${room}" to put a picture into.`);
      if (kept.assets.has(asset.hash)) return;
      const bytes = [...kept.assets.values()].reduce((sum, other) => sum + other.bytes, asset.bytes);
      if (bytes > limit) throw tooManyBytes(room, limit);
      kept.assets.set(asset.hash, asset);
    },
    get: async (hash) => find()?.assets.get(hash) ?? null,
    list: async () =>
      [...(find()?.assets.values() ?? [])]
        .map(({ hash, mediaType, bytes }) => ({ hash, mediaType, bytes }))
        .sort((a, b) => (a.hash < b.hash ? -1 : 1)),
  };
}

/** What is said when a room has no place for another picture. */
export function tooManyBytes(room: RoomId, limit: number): InktapeError {
  return new InktapeError(
    "too-large",
    `The pictures of the room "${room}" would take more than ${limit} bytes, and that is all it has. Use smaller ones.`,
  );
}
