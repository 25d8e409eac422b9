import { randomUUID } from "node:crypto";
import { WebSocket } from "ws";
import { FIRST_PAGE } from "../../../src/board/board.js";
import { shapesOf } from "../../../src/board/leaves.js";
import { orderAbove } from "../../../src/board/order.js";
import { countOf, makerOf, roomId, shapeId, type ClientId, type MemberId } from "../../../src/signal/ids.js";
import { pointCount } from "../../../src/signal/ink.js";
import type { JoinRequest, Welcome } from "../../../src/signal/protocol.js";
import { pointsOf, type InkShape, type Shape } from "../../../src/signal/shape.js";
import type { Role, Signal } from "../../../src/signal/signal.js";
import { ByteReader } from "../../../src/signal/wire/bytes.js";
import { decodeServerFrame, encodeClientFrame } from "../../../src/signal/wire/frames.js";
import { decodeKeyframe } from "../../../src/tape/keyframe.js";
import { addressesOf } from "../../../src/transport/websocket/addresses.js";
import { BATCH_POINTS, type PenBatch } from "./pen-batches.js";
import { broken, firstOf, remembering, strokeName, type Script, type Speech, type StrokeCounts } from "./speech.js";

/** Numbers on the wire, of signal/wire/frames.ts and signals.ts. */
export const ENTRIES_FRAME = 18;
const INK_APPEND = 20;

/** This project's own protocol. The room is recorded. */
export const inktapeSpeech: Speech = {
  url: (port, room) => addressesOf(`http://127.0.0.1:${port}`, undefined).socket(roomId(room)),

  async enter(socket, room, role) {
    const { member, clientSeq } = await join(socket, room, role);
    return { key: member, script: (batches) => script(batches, member, clientSeq + 1) };
  },

  reader(scripts) {
    return remembering((frame) => {
      if (frame[1] !== ENTRIES_FRAME) return { arrivals: [], acks: 0 };
      const appends = readEntryHeads(frame).filter(({ code }) => code === INK_APPEND);
      const arrivals = appends.map(({ by, clientSeq }) => {
        const place = scripts.get(by)?.ends.get(clientSeq) ?? broken(`nobody sent the signal ${clientSeq} of ${by}.`);
        return { key: by, first: place, last: place };
      });
      return { arrivals, acks: 0 };
    });
  },

  async strokes(port, room) {
    const socket = new WebSocket(this.url(port, room), { perMessageDeflate: false });
    const welcome = await join(socket, room, "reader");
    socket.close();
    return welcome.keyframe ? counts(welcome.keyframe) : broken(`the room ${room} has no board.`);
  },
};

/** What is read of an entry. */
export interface EntryHead {
  readonly by: number;
  readonly clientSeq: number;
  /** The kind of its signal. */
  readonly code: number;
}

/** Reads a frame of entries, but not what they say. */
export function readEntryHeads(frame: Uint8Array): EntryHead[] {
  const reader = new ByteReader(frame, "measured frame");
  reader.view(2);
  return Array.from({ length: reader.varint() }, () => {
    reader.varint();
    reader.varint();
    const head = { by: reader.varint(), clientSeq: reader.varint(), code: reader.varint() };
    reader.view(reader.varint());
    return head;
  });
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

/** The signals of a batch, with those that begin and end its stroke. */
export function signalsOf({ stroke, grid, isFirst, isLast, points }: PenBatch, by: MemberId, order: string): Signal[] {
  const id = shapeId(by, stroke);
  const { x, y, step } = grid;
  const shape = { kind: "ink", id, page: FIRST_PAGE, order, x, y, color: "black", size: 4, step } as const;
  return [
    ...(isFirst ? [{ type: "ink.begin", shape } as const] : []),
    { type: "ink.append", id, points },
    ...(isLast ? [{ type: "ink.end", id } as const] : []),
  ];
}

function script(batches: readonly PenBatch[], by: MemberId, next: number): Script {
  const ends = new Map<number, number>();
  let first = next;
  let order = orderAbove(null);
  const frames = batches.map((batch, place) => {
    if (batch.isFirst) order = orderAbove(order);
    const signals = signalsOf(batch, by, order);
    ends.set(first + signals.findIndex(({ type }) => type === "ink.append"), place);
    const frame = encodeClientFrame({ type: "signals", batch: { first, signals } });
    first += signals.length;
    return frame;
  });
  return { frames, batches, ends };
}

function counts(keyframe: Uint8Array): StrokeCounts {
  const board = decodeKeyframe(keyframe);
  const underWay = Object.values(board.active).map(({ shape, run }) => ({ id: shape.id, points: run.count }));
  const finished = [...shapesOf(board)].filter(isInk).map((shape) => {
    return { id: shape.id, points: pointCount(pointsOf(shape)) };
  });
  return new Map(
    [...underWay, ...finished].map(({ id, points }) => {
      if (points % BATCH_POINTS !== 0) broken(`the stroke ${id} has a part of a batch.`);
      return [strokeName(makerOf(id), countOf(id)), points / BATCH_POINTS];
    }),
  );
}

/** True for ink. */
export function isInk(shape: Shape): shape is InkShape {
  return shape.kind === "ink";
}
