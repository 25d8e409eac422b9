import type { AssetLimits } from "../../room/asset-limits.js";
import type { RoomHost } from "../../room/host.js";
import { InktapeError } from "../../signal/errors.js";
import type { RoomId } from "../../signal/ids.js";
import type { AssetStore } from "../assets.js";
import { checkedAsset, checkHash, namedAsset } from "../checked-asset.js";

/** The pictures of a room of this tab. */
export function assetsInTab(host: RoomHost, room: RoomId, limits: AssetLimits): AssetStore {
  const shelf = host.assets(room);
  return {
    async put(bytes, signal) {
      if (bytes.length > limits.asset) {
        throw new InktapeError("too-large", `A picture has ${limits.asset} bytes at most. Make it smaller.`);
      }
      const { hash, mediaType } = await namedAsset(bytes);
      signal?.throwIfAborted();
      await shelf.put({ hash, mediaType, bytes: bytes.length, content: bytes.slice() }, limits.room);
      return hash;
    },
    async get(hash, signal) {
      const asset = await shelf.get(checkHash(hash));
      signal?.throwIfAborted();
      if (!asset) throw new InktapeError("not-found", `The room "${room}" has no picture ${hash}.`);
      return checkedAsset(hash, asset.content);
    },
  };
}
