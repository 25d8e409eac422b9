import { InktapeError, isInktapeError, type ErrorCode } from "../../signal/errors.js";
import { roomId, type Millis, type RoomId } from "../../signal/ids.js";
import type { RoomSummary } from "../../signal/room-summary.js";
import { decodeTimeline } from "../../tape/index-bytes.js";
import type { TapeSource } from "../../tape/tape-source.js";
import type { Addresses } from "./addresses.js";

/**
 * A tape over HTTP. Blocks and keyframes never change, and the server lets every cache keep them.
 *
 * @param addresses asked for when something is fetched; what it throws, the fetch rejects with.
 */
export function httpTape(addresses: () => Addresses, room: RoomId): TapeSource {
  return {
    timeline: async (range) => decodeTimeline(await get(addresses().timeline(room, range), asBytes)),
    block: async (ref, signal) => get(addresses().block(room, ref), asBytes, signal),
    part: async (ref, part, signal) => get(addresses().part(room, ref, part), asBytes, signal),
    keyframe: async (ref, signal) => get(addresses().keyframe(room, ref), asBytes, signal),
  };
}

/** The server's list of rooms. */
export async function fetchSummaries(address: string): Promise<RoomSummary[]> {
  const value = await get(address, asJson);
  if (!Array.isArray(value)) throw unreadable(address);
  return value.map((item: unknown) => readSummary(item, address));
}

async function asBytes(response: Response): Promise<Uint8Array> {
  return new Uint8Array(await response.arrayBuffer());
}

async function asJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable(response.url);
  }
}

/** Gets what is there. Rejects with the server's own error, with `offline` when it is out of reach, or an `AbortError`. */
async function get<T>(address: string, read: (response: Response) => Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    const response = await fetch(address, signal ? { signal } : {});
    if (!response.ok) throw await errorOf(response, address);
    return await read(response);
  } catch (cause) {
    if (isInktapeError(cause) || signal?.aborted) throw cause;
    throw new InktapeError("offline", `The server at ${address} is out of reach. Look at the network and try again.`, {
      cause,
    });
  }
}

async function errorOf(response: Response, address: string): Promise<InktapeError> {
  const body: unknown = await response.json().catch(() => null);
  if (typeof body === "object" && body !== null && "code" in body && "message" in body) {
    return new InktapeError(String(body.code) as ErrorCode, String(body.message));
  }
  const code = response.status === 404 ? "not-found" : "offline";
  return new InktapeError(code, `The server at ${address} answered with HTTP status ${response.status}.`);
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

function unreadable(address: string): InktapeError {
  return new InktapeError("bad-bytes", `What ${address} answered cannot be read: is this an inktape server?`);
}
