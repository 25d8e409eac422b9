import { tooManyBytes } from "../../../room/memory-assets.js";
import type { AssetShelf } from "../../../room/room-log.js";
import { InktapeError } from "../../../signal/errors.js";
import type { RoomId } from "../../../signal/ids.js";
import type { AssetTables } from "./asset-tables.js";
import type { GroupCommit } from "./group-commit.js";
import type { Tables } from "./tables.js";

/** The pictures of a room in the store's file. */
export function sqliteAssets(tables: Tables, assets: AssetTables, commits: GroupCommit, room: RoomId): AssetShelf {
  return {
    put: ({ hash, mediaType, bytes, content }, limit) =>
      commits.add(() => {
        const row = tables.room(room);
        if (!row) throw new InktapeError("not-found", `There is no room "${room}" to put a picture into.`);
        if (assets.asset(row.id, hash)) return;
        if (assets.bytes(row.id) + bytes > limit) throw tooManyBytes(room, limit);
        assets.add(row.id, hash, mediaType, content);
      }),
    async get(hash) {
      const row = tables.room(room);
      const asset = row && assets.asset(row.id, hash);
      const content = asset && assets.content(asset.content);
      return content ? { hash, mediaType: asset.media_type, bytes: asset.size, content } : null;
    },
    async list() {
      const row = tables.room(room);
      if (!row) return [];
      return assets.assets(row.id).map(({ hash, media_type, size }) => ({ hash, mediaType: media_type, bytes: size }));
    },
  };
}
