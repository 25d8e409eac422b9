import type { RoomId } from "../../signal/ids.js";
import type { AssetRef } from "../../tape/file/assets.js";
import type { AssetStore } from "../assets.js";
import { checkedAsset, checkHash, namedAsset } from "../checked-asset.js";
import type { Addresses } from "./addresses.js";
import { ask, asBytes, asJson, unreadable } from "./ask.js";
import type { TokenSource } from "./token.js";

/** A room's pictures over HTTP. They never change, and the server lets every cache keep them. */
export function httpAssets(addresses: () => Addresses, room: RoomId, token?: TokenSource): AssetStore {
  return {
    async put(content, signal) {
      const { hash, mediaType, bytes } = await namedAsset(content);
      const body = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType });
      await ask(addresses().asset(room, hash), async () => undefined, { token, room, signal, method: "PUT", body });
      return hash;
    },
    async get(hash, signal) {
      const address = addresses().asset(room, checkHash(hash));
      return checkedAsset(hash, await ask(address, asBytes, { token, room, signal }));
    },
  };
}

/** What pictures a room has. Rejects with `bad-bytes` for an answer that is no such list. */
export async function fetchAssetList(
  addresses: Addresses,
  room: RoomId,
  token?: TokenSource,
): Promise<readonly AssetRef[]> {
  const address = addresses.assets(room);
  const value = (await ask(address, asJson, { token, room })) as { readonly assets?: unknown } | null;
  if (Array.isArray(value?.assets) && value.assets.every(isAssetRef)) return value.assets;
  throw unreadable(address);
}

function isAssetRef(value: unknown): value is AssetRef {
  const { hash, mediaType, bytes } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return (
    typeof hash === "string" &&
    /^[0-9a-f]{64}$/.test(hash) &&
    typeof mediaType === "string" &&
    Number.isSafeInteger(bytes)
  );
}
