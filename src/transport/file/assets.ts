import { InktapeError } from "../../signal/errors.js";
import type { TapeFile } from "../../tape/file/open.js";
import type { AssetStore } from "../assets.js";
import { checkedAsset, checkHash } from "../checked-asset.js";

/** The pictures in a tape's file: to be got, not to be put. */
export function assetsInFile(open: () => Promise<TapeFile>): AssetStore {
  return {
    put: () =>
      Promise.reject(
        new InktapeError("denied", "A recording in a file takes no more pictures. Put them into its room."),
      ),
    async get(hash, signal) {
      const file = await open();
      return checkedAsset(hash, await file.asset(checkHash(hash), signal));
    },
  };
}
