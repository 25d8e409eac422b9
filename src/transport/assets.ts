/** A picture as it is kept. */
export interface AssetContent {
  /** By how the bytes begin, as signal/media-type.ts tells: "image/png". */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/**
 * The pictures of one room. Each goes by its hash: the SHA-256 of its bytes, as 64 hexadecimal digits. What a hash stands
 * for never changes, so it may be kept for ever. Calls reject with `offline` when the room is out of reach, and with an
 * `AbortError` when they are aborted.
 */
export interface AssetStore {
  /**
   * Puts a picture into the room and resolves with its hash once it is kept; one that is there already is put again at no
   * cost. Rejects with `bad-argument` for bytes that are none of `PICTURE_TYPES`, `too-large` for a picture that is, or
   * when the room has no place for it, `denied` to those who may not, and `not-found` for a room that never was.
   */
  put(bytes: Uint8Array, signal?: AbortSignal): Promise<string>;
  /**
   * Gets a picture, checked against its hash. Rejects with `not-found` for one that is not there, `denied` to those who
   * may not see it, and `bad-bytes` when other bytes came.
   */
  get(hash: string, signal?: AbortSignal): Promise<AssetContent>;
}
