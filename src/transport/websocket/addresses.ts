import { InktapeError } from "../../signal/errors.js";
import type { RoomId } from "../../signal/ids.js";
import type { EntryRange } from "../../tape/tape-source.js";
import type { BlockPart, KeyframeRef, TimeRange } from "../../tape/timeline.js";

/** Where a server's things are. */
export interface Addresses {
  /** A page of the list of rooms: what comes after `after`. */
  rooms(after: string | null): string;
  socket(room: RoomId): string;
  timeline(room: RoomId, range?: TimeRange): string;
  /** `edition` is what came with the timeline that named the part, if anything. */
  block(room: RoomId, ref: EntryRange, edition?: string): string;
  part(room: RoomId, ref: EntryRange, part: BlockPart, edition?: string): string;
  keyframe(room: RoomId, ref: Pick<KeyframeRef, "seq">, edition?: string): string;
  /** Where a room is made of a moment of another's recording. */
  fork(room: RoomId): string;
  /** Of the list of a room's pictures. */
  assets(room: RoomId): string;
  /** Of a picture, by its hash. */
  asset(room: RoomId, hash: string): string;
}

const SCHEMES: Readonly<Record<string, string>> = {
  "ws:": "http:",
  "wss:": "https:",
  "http:": "http:",
  "https:": "https:",
};

/**
 * Works out a server's addresses from the one it is known by.
 *
 * @param url `http(s)://`, `ws(s)://`, or relative to `page`.
 * @param page the address of the page this runs in, if any.
 */
export function addressesOf(url: string | URL, page: string | undefined): Addresses {
  const base = parse(url, page);
  base.search = "";
  base.hash = "";
  if (!base.pathname.endsWith("/")) base.pathname += "/";
  const at = (path: string) => new URL(`api/rooms${path}`, base);
  const of = (edition: string | undefined, path: string) =>
    at(edition === undefined ? path : `${path}?edition=${encodeURIComponent(edition)}`).href;
  return {
    rooms(after) {
      const address = at("");
      address.searchParams.set("limit", "1000");
      if (after !== null) address.searchParams.set("after", after);
      return address.href;
    },
    socket(room) {
      const address = at(`/${room}/socket`);
      address.protocol = base.protocol === "https:" ? "wss:" : "ws:";
      return address.href;
    },
    timeline(room, range) {
      const address = at(`/${room}/timeline`);
      if (range) address.search = `from=${range.from}&to=${range.to}`;
      return address.href;
    },
    block: (room, { first, last }, edition) => of(edition, `/${room}/blocks/${first}-${last}`),
    part: (room, { first, last }, part, edition) => of(edition, `/${room}/blocks/${first}-${last}/${part}`),
    keyframe: (room, { seq }, edition) => of(edition, `/${room}/keyframes/${seq}`),
    fork: (room) => at(`/${room}/fork`).href,
    assets: (room) => at(`/${room}/assets`).href,
    asset: (room, hash) => at(`/${room}/assets/${hash}`).href,
  };
}

function parse(url: string | URL, page: string | undefined): URL {
  const base = URL.canParse(url, page) ? new URL(url, page) : null;
  const scheme = base && SCHEMES[base.protocol];
  if (!base || !scheme) {
    throw new InktapeError(
      "bad-argument",
      `"${String(url)}" is no address of an inktape server: give one like "https://board.example.org", or a path in a page.`,
    );
  }
  // A URL does not let its scheme change from ws to http by assignment everywhere, so it is written anew.
  return new URL(scheme + base.href.slice(base.protocol.length));
}
