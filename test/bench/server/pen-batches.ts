import { sixteenth } from "../../../src/canvas/tools/sixteenth.js";
import { gridStep } from "../../../src/canvas/tools/pen.js";
import { INK_STRIDE, quantise, TICK_MS, type InkGrid, type InkPoints } from "../../../src/signal/ink.js";
import { readInkSet, type RecordedStroke } from "../ink-sets.js";

export const BATCH_POINTS = 8;
export const BATCHES_A_SECOND = 30;
/** Milliseconds from one point to the next, so that a batch fills its tick as that of a 240 Hz pen does. */
const POINT_MS = 4;
/** Strokes of the set from where one hand begins to where the next one does. */
const BETWEEN_HANDS = 61;

/** What a hand sends at once: eight points of one stroke. */
export interface PenBatch {
  /** The hand's own count of strokes, from 0. */
  readonly stroke: number;
  readonly grid: InkGrid;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly points: InkPoints;
}

/**
 * What a hand sends while it writes on: strokes of the set wacom-uim (see ink-sets.ts), one after another and from the
 * start again, each hand from another place. Place and pressure are as the pen reported them, on the grid that the pen
 * tool takes; times are made up, for there are few pens of 240 Hz. A stroke's last points that fill no batch are left
 * out, and so are strokes of less than one.
 */
export function penBatches(hand: number, count: number): readonly PenBatch[] {
  const strokes = longStrokes();
  const batches: PenBatch[] = [];
  for (let stroke = 0; batches.length < count; stroke++) {
    batches.push(...cut(strokes[(hand * BETWEEN_HANDS + stroke) % strokes.length] as RecordedStroke, stroke));
  }
  return batches.slice(0, count);
}

/** The set's strokes up to so many points, with the times of the pen; the last one is cut where it has to be. */
export function penStrokes(points: number): readonly RecordedStroke[] {
  let left = Math.round(points);
  return longStrokes().flatMap((stroke) => {
    const samples = stroke.samples.slice(0, left);
    left -= samples.length;
    return samples.length > 0 ? [{ ...stroke, samples }] : [];
  });
}

let known: readonly RecordedStroke[] | null = null;

function longStrokes(): readonly RecordedStroke[] {
  return (known ??= readInkSet("wacom-uim").filter(({ samples }) => samples.length >= BATCH_POINTS));
}

function cut({ kind, samples }: RecordedStroke, stroke: number): PenBatch[] {
  const count = Math.floor(samples.length / BATCH_POINTS);
  const [x, y] = [sixteenth(samples[0]?.x ?? 0), sixteenth(samples[0]?.y ?? 0)];
  const grid = { x, y, step: gridStep(kind, 1), t: 0 };
  const points = quantise(
    samples.map((sample, index) => ({ ...sample, t: timeOf(index) })),
    grid,
  );
  return Array.from({ length: count }, (_, index) => ({
    stroke,
    grid,
    isFirst: index === 0,
    isLast: index === count - 1,
    points: points.slice(index * BATCH_POINTS * INK_STRIDE, (index + 1) * BATCH_POINTS * INK_STRIDE),
  }));
}

function timeOf(index: number): number {
  return Math.floor(index / BATCH_POINTS) * TICK_MS + (index % BATCH_POINTS) * POINT_MS;
}
