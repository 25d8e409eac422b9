import type { EntryRange } from "../../tape/tape-source.js";
import type { BlockPart, KeyframeRef } from "../../tape/timeline.js";
import type { Transport } from "../../transport/transport.js";

const numbers = new WeakMap<Transport, number>();
let count = 0;

/** Tells transports apart in a cache: two of them may have rooms of the same name. */
function numberOf(transport: Transport): number {
  const known = numbers.get(transport);
  if (known !== undefined) return known;
  count += 1;
  numbers.set(transport, count);
  return count;
}

/** Where things lie in the query cache. All begin with `"inktape"`, so that an app can drop them together. */
export const queryKeys = {
  rooms: (transport: Transport) => ["inktape", numberOf(transport), "rooms"] as const,
  room: (transport: Transport, room: string) => ["inktape", numberOf(transport), "room", room] as const,
  timeline: (transport: Transport, room: string) => [...queryKeys.room(transport, room), "timeline"] as const,
  block: (transport: Transport, room: string, { first, last }: EntryRange) =>
    [...queryKeys.room(transport, room), "block", first, last] as const,
  part: (transport: Transport, room: string, { first, last }: EntryRange, part: BlockPart) =>
    [...queryKeys.room(transport, room), part, first, last] as const,
  keyframe: (transport: Transport, room: string, ref: Pick<KeyframeRef, "seq">) =>
    [...queryKeys.room(transport, room), "keyframe", ref.seq] as const,
};
