import { LIMITS } from "../signal/limits.js";

/** What is taken of pictures that are put into rooms, in bytes. */
export interface AssetLimits {
  /** Of one. Default 10 MiB. */
  readonly asset: number;
  /** Of all that a room has. Default 512 MiB. */
  readonly room: number;
}

export const DEFAULT_ASSET_LIMITS: AssetLimits = { asset: LIMITS.assetBytes, room: 512 << 20 };
