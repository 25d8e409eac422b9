import type { RoomId } from "../../signal/ids.js";
import type { AssetStore } from "../assets.js";
import { checkedAsset, checkHash, namedAsset } from "../checked-asset.js";
import type { Addresses } from "./addresses.js";
import { ask, asBytes } from "./ask.js";
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
