import { WebSocket } from "ws";
import { FIRST_PAGE } from "../../../src/board/board.js";
import { shapesOf } from "../../../src/board/leaves.js";
import { orderAbove } from "../../../src/board/order.js";
import { countOf, makerOf, shapeId, type MemberId } from "../../../src/signal/ids.js";
import { pointCount } from "../../../src/signal/ink.js";
import { pointsOf } from "../../../src/signal/shape.js";
import type { Signal } from "../../../src/signal/signal.js";
import { encodeClientFrame } from "../../../src/signal/wire/frames.js";
import { decodeKeyframe } from "../../../src/tape/keyframe.js";
import { Hand } from "./hand.js";
import { INK_APPEND, inktapeAddress, isEntriesFrame, isInk, join, readEntryHeads } from "./inktape-client.js";
import { BATCH_POINTS, penStrokes, type PenBatch } from "./pen-batches.js";
import { broken, remembering, strokeName, type Script, type Speech, type StrokeCounts } from "./speech.js";

/** The points of a block that is full, of BLOCK_FULL in tape/cut.ts. */
const FULL_POINTS = 16_000;

/** This project's own protocol. The room is recorded. */
export const inktapeSpeech: Speech = {
  url: inktapeAddress,

  async age(port, room, share) {
    const hand = await Hand.enter(port, room);
    await hand.draw(penStrokes(share * FULL_POINTS));
    await hand.leave();
  },

  async enter(socket, room, role) {
    const { member, clientSeq } = await join(socket, room, role);
    return { key: member, script: (batches) => script(batches, member, clientSeq + 1) };
  },

  reader(scripts) {
    return remembering((frame) => {
      if (!isEntriesFrame(frame)) return { arrivals: [], acks: 0 };
      const appends = readEntryHeads(frame).filter(({ by, code }) => code === INK_APPEND && scripts.has(by));
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
    [...underWay, ...finished].map(({ id, points }) => [strokeName(makerOf(id), countOf(id)), points / BATCH_POINTS]),
  );
}
