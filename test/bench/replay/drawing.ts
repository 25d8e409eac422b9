import { type InkFile, readInkSet, type RecordedStroke } from "../ink-sets.js";
import { eventsOf } from "../pen-hand.js";

/** What one hand draws without a longer pause, on one clock that begins at 0. */
export interface LongDrawing {
  readonly strokes: readonly RecordedStroke[];
  /** Presses of the pen and its movements, one a picture of 1/60 s. */
  readonly events: number;
  /** Milliseconds to the end of the last stroke. */
  readonly length: number;
}

/** The area drawn on, in board units and CSS pixels. */
export const PAPER = { width: 1920, height: 1080 };
/** Handwriting at its real speed. */
const SETS: readonly InkFile[] = ["wacom-uim", "iinkts"];
const CELL = 120;
const COLUMNS = PAPER.width / CELL;
const ROWS = PAPER.height / CELL;
/** From the end of a stroke to the next one. */
const PAUSE_MS = 400;

/**
 * As many strokes of handwriting as have so many events, the sets again and again. Each is put into the next of 144 cells
 * of the paper, which is written over and over.
 */
export function makeLongDrawing(events: number): LongDrawing {
  const supply = SETS.flatMap(readInkSet);
  const strokes: RecordedStroke[] = [];
  let [count, clock] = [0, PAUSE_MS];
  while (count < events) {
    const placed = place(supply[strokes.length % supply.length] as RecordedStroke, strokes.length, clock);
    strokes.push(placed);
    count += 1 + eventsOf(placed.samples.slice(1)).length;
    clock = (placed.samples.at(-1)?.t ?? clock) + PAUSE_MS;
  }
  return { strokes, events: count, length: clock - PAUSE_MS };
}

function place({ session, kind, samples }: RecordedStroke, index: number, start: number): RecordedStroke {
  const [left, top] = [Math.min(...samples.map(({ x }) => x)), Math.min(...samples.map(({ y }) => y))];
  const [column, row] = [index % COLUMNS, Math.floor(index / COLUMNS) % ROWS];
  const first = samples[0]?.t ?? 0;
  return {
    session,
    kind,
    samples: samples.map((sample) => {
      const [x, y] = [sample.x - left + column * CELL, sample.y - top + row * CELL];
      return { ...sample, x, y, t: sample.t - first + start };
    }),
  };
}
