import { once } from "node:events";
import { WebSocket } from "ws";
import { FIRST_PAGE } from "../../../src/board/board.js";
import { orderAbove } from "../../../src/board/order.js";
import { gridStep } from "../../../src/canvas/tools/pen.js";
import { sixteenth } from "../../../src/canvas/tools/sixteenth.js";
import { shapeId, type MemberId } from "../../../src/signal/ids.js";
import { INK_STRIDE, quantise } from "../../../src/signal/ink.js";
import { LIMITS } from "../../../src/signal/limits.js";
import type { Signal } from "../../../src/signal/signal.js";
import { decodeServerFrame, encodeClientFrame } from "../../../src/signal/wire/frames.js";
import type { RecordedStroke } from "../ink-sets.js";
import { inktapeAddress, isEntriesFrame, join, readEntryHeads } from "./inktape-client.js";
import { broken } from "./speech.js";

/** Well below the frames and bursts that a server takes. */
const SIGNALS_A_FRAME = 1000;

/** Somebody in a room of this project's server who does much at once, and waits until it is in the log. */
export class Hand {
  readonly #socket: WebSocket;
  readonly #member: MemberId;
  #sent = 0;

  private constructor(socket: WebSocket, member: MemberId) {
    this.#socket = socket;
    this.#member = member;
  }

  static async enter(port: number, room: string): Promise<Hand> {
    const socket = new WebSocket(inktapeAddress(port, room), { perMessageDeflate: false });
    const { member } = await join(socket, room, "writer");
    return new Hand(socket, member);
  }

  /** Draws strokes at once. */
  async draw(strokes: readonly RecordedStroke[]): Promise<void> {
    let order = orderAbove(null);
    const signals = strokes.flatMap((stroke, count) => {
      order = orderAbove(order);
      return signalsOf(stroke, this.#member, count, order);
    });
    await this.#say(signals);
  }

  /** Tells where the pointer is, so many times. */
  async point(times: number): Promise<void> {
    const cursor = (x: number): Signal => ({ type: "cursor", cursor: { page: FIRST_PAGE, x, y: 0 } });
    await this.#say(Array.from({ length: times }, (_, x) => cursor(x)));
  }

  async leave(): Promise<void> {
    this.#socket.send(encodeClientFrame({ type: "leave" }));
    await once(this.#socket, "close");
  }

  async #say(signals: readonly Signal[]): Promise<void> {
    const last = this.#sent + signals.length;
    const isIn = new Promise<void>((resolve) => {
      const onMessage = (bytes: Buffer) => {
        if (!isEntriesFrame(bytes)) {
          const frame = decodeServerFrame(bytes);
          return frame.type === "goodbye" ? broken(frame.goodbye.message) : undefined;
        }
        if (!readEntryHeads(bytes).some(({ by, clientSeq }) => by === this.#member && clientSeq === last)) return;
        this.#socket.off("message", onMessage);
        resolve();
      };
      this.#socket.on("message", onMessage);
    });
    for (let at = 0; at < signals.length; at += SIGNALS_A_FRAME) {
      const batch = { first: this.#sent + at + 1, signals: signals.slice(at, at + SIGNALS_A_FRAME) };
      this.#socket.send(encodeClientFrame({ type: "signals", batch }));
    }
    this.#sent = last;
    await isIn;
  }
}

function signalsOf({ kind, samples }: RecordedStroke, by: MemberId, count: number, order: string): Signal[] {
  const [first] = samples;
  if (!first) return [];
  const id = shapeId(by, count);
  const [x, y, step] = [sixteenth(first.x), sixteenth(first.y), gridStep(kind, 1)];
  const points = quantise(samples, { x, y, step, t: first.t });
  const shape = { kind: "ink", id, page: FIRST_PAGE, order, x, y, color: "black", size: 4, step } as const;
  const width = LIMITS.appendPoints * INK_STRIDE;
  const appends = Array.from({ length: Math.ceil(points.length / width) }, (_, part): Signal => {
    return { type: "ink.append", id, points: points.slice(part * width, (part + 1) * width) };
  });
  return [{ type: "ink.begin", shape }, ...appends, { type: "ink.end", id }];
}
