import { WebSocket } from "ws";
import { FIRST_PAGE } from "../../../src/board/board.js";
import { shapesOf } from "../../../src/board/leaves.js";
import { orderAbove } from "../../../src/board/order.js";
import { makerOf, shapeId, type MemberId } from "../../../src/signal/ids.js";
import { INK_STRIDE } from "../../../src/signal/ink.js";
import type { Signal } from "../../../src/signal/signal.js";
import { encodeClientFrame } from "../../../src/signal/wire/frames.js";
import { decodeKeyframe } from "../../../src/tape/keyframe.js";
import {
  CURSOR,
  INK_APPEND,
  inktapeAddress,
  isEntriesFrame,
  join,
  readEntryHeads,
  type EntryHead,
} from "./inktape-client.js";
import { signalsOf } from "./inktape-speech.js";
import { penBatches, type PenBatch } from "./pen-batches.js";
import { broken } from "./speech.js";

const ROOM = "soak";
/** Each writer rubs its oldest strokes out, so that the board does not grow. */
const STROKES_KEPT = 20;

/** What a writer says, and what it said. */
interface Pen {
  readonly key: MemberId;
  readonly frames: readonly { readonly bytes: Uint8Array; readonly signals: number }[];
  /** When each signal was sent, by its number. */
  readonly sentAt: number[];
  place: number;
}

/** What came to a member, by who wrote it. */
interface Receipts {
  readonly documents: Map<number, number>;
  readonly presence: Map<number, number>;
}

interface Member {
  readonly socket: WebSocket;
  readonly pen: Pen | null;
  readonly receipts: Receipts;
}

/** One room of this project's server in which many write and point for long, and all that comes is counted. */
export class SoakRoom {
  readonly #members: readonly Member[];
  readonly #pens: ReadonlyMap<number, Pen>;
  readonly #delivered: (latency: number) => void;
  #frame: { readonly bytes: Buffer; readonly heads: readonly EntryHead[] } | null = null;
  #isOver = false;

  private constructor(members: readonly Member[], delivered: (latency: number) => void) {
    this.#members = members;
    this.#delivered = delivered;
    this.#pens = new Map(members.flatMap(({ pen }) => (pen ? [[pen.key, pen]] : [])));
    for (const member of members) {
      member.socket.on("message", (frame: Buffer) => this.#take(member, frame));
      member.socket.on("close", () => this.#isOver || broken("the server has cut a connection."));
    }
  }

  /** @param delivered is told how long ink took to another client, in milliseconds. */
  static async open(
    port: number,
    plan: { readonly writers: number; readonly readers: number; readonly batches: number },
    delivered: (latency: number) => void,
  ): Promise<SoakRoom> {
    const members = Array.from({ length: plan.writers + plan.readers }, async (_, index): Promise<Member> => {
      const isWriter = index < plan.writers;
      const socket = new WebSocket(inktapeAddress(port, ROOM), { perMessageDeflate: false });
      const { member, clientSeq } = await join(socket, ROOM, isWriter ? "writer" : "reader");
      const pen = isWriter ? penOf(member, clientSeq + 1, penBatches(index, plan.batches)) : null;
      return { socket, pen, receipts: { documents: new Map(), presence: new Map() } };
    });
    return new SoakRoom(await Promise.all(members), delivered);
  }

  /** One writer says its next batch. */
  write(writer: number): void {
    const { socket, pen } = this.#members[writer] as Member & { pen: Pen };
    const frame = pen.frames[pen.place++] ?? broken("a writer has nothing more to say.");
    const now = performance.now();
    for (let signal = 0; signal < frame.signals; signal++) pen.sentAt.push(now);
    socket.send(frame.bytes);
  }

  /** Document and presence entries that readers have not got, all readers together. */
  missing(): { readonly documents: number; readonly presence: number } {
    const missing = { documents: 0, presence: 0 };
    for (const { pen, receipts } of this.#members) {
      if (pen) continue;
      for (const { key, sentAt, place } of this.#pens.values()) {
        // Every batch has one cursor.
        missing.presence += place - (receipts.presence.get(key) ?? 0);
        missing.documents += sentAt.length - 1 - place - (receipts.documents.get(key) ?? 0);
      }
    }
    return missing;
  }

  /** How many strokes a fresh client does not find that should be there. */
  async strokesMissing(port: number): Promise<number> {
    const socket = new WebSocket(inktapeAddress(port, ROOM), { perMessageDeflate: false });
    const { keyframe } = await join(socket, ROOM, "reader");
    socket.terminate();
    const board = decodeKeyframe(keyframe ?? broken("a fresh client got no board."));
    const counts = new Map<number, number>();
    for (const { id } of [...shapesOf(board), ...Object.values(board.active).map(({ shape }) => shape)]) {
      counts.set(makerOf(id), (counts.get(makerOf(id)) ?? 0) + 1);
    }
    return [...this.#pens.keys()].reduce((sum, key) => sum + Math.max(0, STROKES_KEPT - (counts.get(key) ?? 0)), 0);
  }

  close(): void {
    this.#isOver = true;
    for (const { socket } of this.#members) socket.on("error", () => undefined).terminate();
  }

  #take({ pen: own, receipts }: Member, bytes: Buffer): void {
    const now = performance.now();
    for (const { by, clientSeq, code } of this.#read(bytes)) {
      const pen = clientSeq > 0 ? this.#pens.get(by) : undefined;
      if (!pen) continue;
      const counts = code === CURSOR ? receipts.presence : receipts.documents;
      counts.set(by, (counts.get(by) ?? 0) + 1);
      if (code === INK_APPEND && pen !== own) this.#delivered(now - (pen.sentAt[clientSeq] as number));
    }
  }

  /** Everybody gets the same bytes one after another: they are read once. */
  #read(bytes: Buffer): readonly EntryHead[] {
    if (!isEntriesFrame(bytes)) return [];
    if (!this.#frame?.bytes.equals(bytes)) this.#frame = { bytes, heads: readEntryHeads(bytes) };
    return this.#frame.heads;
  }
}

/** Every batch goes with where the pen is, as a client sends it. */
function penOf(by: MemberId, next: number, batches: readonly PenBatch[]): Pen {
  let first = next;
  let order = orderAbove(null);
  const frames = batches.map((batch) => {
    if (batch.isFirst) order = orderAbove(order);
    const signals = [...signalsOf(batch, by, order), ...rubOut(batch, by), cursorOf(batch)];
    const bytes = encodeClientFrame({ type: "signals", batch: { first, signals } });
    first += signals.length;
    return { bytes, signals: signals.length };
  });
  return { key: by, frames, sentAt: Array.from({ length: next }, () => 0), place: 0 };
}

function rubOut({ isLast, stroke }: PenBatch, by: MemberId): Signal[] {
  const oldest = stroke - STROKES_KEPT;
  return isLast && oldest >= 0 ? [{ type: "shapes.remove", ids: [shapeId(by, oldest)] }] : [];
}

function cursorOf({ grid, points }: PenBatch): Signal {
  const last = points.length - INK_STRIDE;
  const [x, y] = [(points[last] ?? 0) * grid.step + grid.x, (points[last + 1] ?? 0) * grid.step + grid.y];
  return { type: "cursor", cursor: { page: FIRST_PAGE, x, y } };
}
