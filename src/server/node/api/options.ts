import type { Board } from "../../../board/board.js";
import type { RoomHost } from "../../../room/host.js";
import type { PageId } from "../../../signal/ids.js";
import type { Access } from "../access.js";

/** Makes a picture of a page. */
export type Picture = (board: Board, page: PageId, options: { readonly theme: "light" | "dark" }) => string;

/** What a server takes of pictures that are put into rooms, in bytes. */
export interface AssetLimits {
  /** Of one. Default 10 MiB. */
  readonly asset: number;
  /** Of all that a room has. Default 512 MiB. */
  readonly room: number;
}

export const DEFAULT_ASSET_LIMITS: AssetLimits = { asset: 10 << 20, room: 512 << 20 };

/** What the API is made of. */
export interface ApiOptions {
  readonly host: RoomHost;
  readonly access: Access;
  /** Origins of pages that may change things, besides the server's own and those on this machine. */
  readonly origins?: readonly string[] | undefined;
  /** Why the server is not ready at the moment, in a sentence; null when it is. Default it always is. */
  readonly unready?: (() => string | null) | undefined;
  /** Makes pictures of pages. Without it there are none. */
  readonly picture?: Picture | undefined;
  readonly assets?: AssetLimits | undefined;
}
