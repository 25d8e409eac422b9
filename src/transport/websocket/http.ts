import { roomId, type Millis, type RoomId } from "../../signal/ids.js";
import type { RoomSummary } from "../../signal/room-summary.js";
import { decodeTimeline } from "../../tape/index-bytes.js";
import type { TapeSource } from "../../tape/tape-source.js";
import type { Addresses } from "./addresses.js";
import { ask, asBytes, asJson, unreadable } from "./ask.js";
import type { TokenSource } from "./token.js";

/**
 * A tape over HTTP. Blocks and keyframes never change, and the server lets every cache keep them.
 *
 * @param addresses asked for when something is fetched; what it throws, the fetch rejects with.
 */
export function httpTape(addresses: () => Addresses, room: RoomId, token?: TokenSource): TapeSource {
  // A tape that was made anew has other parts under the same names: caches keep them apart by the edition.
  let edition: string | undefined;
  const bytesAt = async (address: string, signal?: AbortSignal) => ask(address, asBytes, { token, room, signal });
  const readTimeline = async (response: Response) => {
    const timeline = decodeTimeline(await asBytes(response));
    edition = response.headers.get("Inktape-Edition") ?? undefined;
    return timeline;
  };
  return {
    timeline: async (range) => ask(addresses().timeline(room, range), readTimeline, { token, room }),
    block: async (ref, signal) => bytesAt(addresses().block(room, ref, edition), signal),
    part: async (ref, part, signal) => bytesAt(addresses().part(room, ref, part, edition), signal),
    keyframe: async (ref, signal) => bytesAt(addresses().keyframe(room, ref, edition), signal),
  };
}

/** The server's list of rooms, page by page. A room in which something happens meanwhile is there once. */
export async function fetchSummaries(addresses: Addresses, token?: TokenSource): Promise<RoomSummary[]> {
  const rooms = new Map<RoomId, RoomSummary>();
  let after: string | null = null;
  do {
    const address = addresses.rooms(after);
    const value: unknown = await ask(address, asJson, { token, room: null });
    if (typeof value !== "object" || value === null || !("rooms" in value) || !("next" in value)) {
      throw unreadable(address);
    }
    if (!Array.isArray(value.rooms) || (value.next !== null && typeof value.next !== "string"))
      throw unreadable(address);
    for (const summary of value.rooms.map((item: unknown) => readSummary(item, address))) {
      if (!rooms.has(summary.room)) rooms.set(summary.room, summary);
    }
    after = value.next === after ? null : value.next;
  } while (after !== null);
  return [...rooms.values()];
}

function readSummary(value: unknown, address: string): RoomSummary {
  if (typeof value !== "object" || value === null) throw unreadable(address);
  const item = value as Readonly<Record<string, unknown>>;
  const whole = (name: string) => {
    const number = item[name];
    if (typeof number !== "number" || !Number.isSafeInteger(number)) throw unreadable(address);
    return number;
  };
  if (typeof item.room !== "string" || typeof item.isRecorded !== "boolean") throw unreadable(address);
  return {
    room: roomId(item.room),
    created: whole("created") as Millis,
    lastAt: whole("lastAt") as Millis,
    entries: whole("entries"),
    bytes: whole("bytes"),
    isRecorded: item.isRecorded,
  };
}
