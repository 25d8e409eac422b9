import type { Board } from "../../../board/board.js";
import type { AssetLimits } from "../../../room/asset-limits.js";
import type { RoomHost } from "../../../room/host.js";
import type { PageId } from "../../../signal/ids.js";
import type { Access } from "../access.js";

/** Makes a picture of a page. */
export type Picture = (
  board: Board,
  page: PageId,
  options: {
    readonly theme: "light" | "dark";
    /** Gives the address of a picture that is on the page; null for one that is not to be had. */
    readonly hrefOf: (asset: string) => string | null;
  },
) => string;

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
