import { EMPTY_BOARD, FIRST_PAGE } from "../../src/board/board.js";
import { orderAbove } from "../../src/board/order.js";
import type { RoomClient } from "../../src/client/room-client.js";
import type { Clock } from "../../src/clock/clock.js";
import type { PageId } from "../../src/signal/ids.js";
import { type InkGrid, type InkSample, quantise } from "../../src/signal/ink.js";
import type { Signal } from "../../src/signal/signal.js";
import type { Part } from "./strokes.js";

/** A client that draws what it is told, at the pace of a hand. */
export interface Writer {
  /** Draws a part on the page it was last sent to. Resolves when its last stroke is done. */
  draw(part: Part): Promise<void>;
  pause(ms: number): Promise<void>;
  send(signals: readonly Signal[]): void;
  goTo(page: PageId): void;
  topOrder(): string;
}

/** Points are sent about as often as a hand's own client sends them. */
const BATCH_MS = 33;
const GRID_STEP = 1 / 16;
const WIDTH = 2;

export function createWriter(client: RoomClient, clock: Clock): Writer {
  let page = FIRST_PAGE;
  const pause = (ms: number) => new Promise<void>((resolve) => void clock.after(ms, resolve));
  /** Waits for a moment, so that one that came late does not make the next ones late. */
  const until = (at: number) => (at > clock.now() ? pause(at - clock.now()) : undefined);
  const topOrder = () => orderAbove((client.board.get() ?? EMPTY_BOARD).pages[page]?.top ?? null);

  const drawStroke = async (samples: readonly InkSample[], color: string, partStart: number) => {
    const [first] = samples;
    if (!first) return;
    const grid: InkGrid = { x: first.x, y: first.y, step: GRID_STEP, t: first.t };
    const id = client.newShapeId();
    const { x, y, step } = grid;
    client.send([
      { type: "ink.begin", shape: { id, kind: "ink", page, order: topOrder(), x, y, step, color, size: WIDTH } },
    ]);
    let sent = 0;
    while (sent < samples.length) {
      const end = (samples[sent]?.t ?? 0) + BATCH_MS;
      const batch = samples.slice(sent).filter(({ t }) => t <= end);
      const last = batch.at(-1) ?? first;
      await until(partStart + last.t);
      client.send([{ type: "ink.append", id, points: quantise(batch, grid) }]);
      sent += batch.length;
    }
    const { x: endX, y: endY } = samples.at(-1) ?? first;
    client.send([
      { type: "ink.end", id },
      { type: "cursor", cursor: { page, x: endX, y: endY } },
    ]);
  };

  return {
    pause,
    topOrder,
    send: (signals) => client.send(signals),
    goTo: (next) => (page = next),
    async draw({ strokes, color }) {
      const start = clock.now();
      for (const stroke of strokes) {
        await until(start + (stroke[0]?.t ?? 0));
        await drawStroke(stroke, color, start);
      }
    },
  };
}
