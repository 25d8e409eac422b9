import { randomUUID } from "node:crypto";
import type { WebSocket } from "ws";
import { roomId, type ClientId } from "../../../src/signal/ids.js";
import type { JoinRequest, Welcome } from "../../../src/signal/protocol.js";
import type { InkShape, Shape } from "../../../src/signal/shape.js";
import type { Role } from "../../../src/signal/signal.js";
import { ByteReader } from "../../../src/signal/wire/bytes.js";
import { decodeServerFrame, encodeClientFrame } from "../../../src/signal/wire/frames.js";
import { FOLLOWING } from "../../../src/signal/wire/signal-codes.js";
import { addressesOf } from "../../../src/transport/websocket/addresses.js";
import { broken, firstOf } from "./speech.js";

/** Numbers on the wire, of signal/wire/frames.ts and signals.ts. */
const ENTRIES_FRAMES: readonly (number | undefined)[] = [146, 150];
export const INK_APPEND = 24;
export const CURSOR = 17;

/** Where the room's socket is. */
export function inktapeAddress(port: number, room: string): string {
  return addressesOf(`http://127.0.0.1:${port}`, undefined).socket(roomId(room));
}

/** What is read of an entry. */
export interface EntryHead {
  readonly by: number;
  readonly clientSeq: number;
  /** The kind of its signal. */
  readonly code: number;
}

/** True for a frame of entries, whatever stands before them; not for a thinned one. */
export function isEntriesFrame(frame: Uint8Array): boolean {
  return ENTRIES_FRAMES.includes(frame[0]);
}

/** Reads a frame of entries as signal/wire/entry-runs.ts writes them, but not what they say. */
export function readEntryHeads(frame: Uint8Array): EntryHead[] {
  const reader = new ByteReader(frame, "measured frame");
  const heads: EntryHead[] = [];
  reader.view(1);
  while (reader.left > 0) {
    const run = reader.varint();
    if (run % 2 === 1) reader.varint();
    reader.varint();
    const [by, first] = [reader.varint(), reader.varint()];
    for (let clientSeq = first; clientSeq < first + Math.floor(run / 2); clientSeq++) {
      const code = reader.varint();
      if (code !== FOLLOWING.end) reader.view(reader.varint());
      heads.push({ by, clientSeq, code: code === FOLLOWING.append ? INK_APPEND : code });
    }
  }
  return heads;
}

/** Joins over a socket that is opening, as a client that never was there. */
export async function join(socket: WebSocket, room: string, role: Role): Promise<Welcome> {
  const client = randomUUID() as ClientId;
  const user = { id: client, name: "Ada", color: "blue" };
  const request: JoinRequest = { room: roomId(room), client, user, role, isRecord: true, after: null };
  socket.once("open", () => socket.send(encodeClientFrame({ type: "join", request })));
  return firstOf(socket, (bytes) => {
    const frame = decodeServerFrame(bytes);
    if (frame.type === "goodbye") broken(`a server let nobody in: ${frame.goodbye.message}`);
    return frame.type === "welcome" ? frame.welcome : undefined;
  });
}

/** True for ink. */
export function isInk(shape: Shape): shape is InkShape {
  return shape.kind === "ink";
}
