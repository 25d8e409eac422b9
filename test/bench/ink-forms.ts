import { brotliCompressSync, constants, deflateSync, gzipSync } from "node:zlib";
import * as Y from "yjs";
import type { Entry } from "../../src/signal/entry.js";
import type { ShapeId } from "../../src/signal/ids.js";
import { INK_STRIDE, type InkPoints } from "../../src/signal/ink.js";
import type { InkHeader } from "../../src/signal/shape.js";
import { ByteWriter } from "../../src/signal/wire/byte-writer.js";
import { encodeClientFrame } from "../../src/signal/wire/frames.js";

/** A stroke that a room recorded: where and when it began, and its points on its grid. */
export interface InkStroke {
  readonly shape: InkHeader;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly points: InkPoints;
}

/** Points to a message in forms that send messages; three pictures' worth, which is kind to forms with long ones. */
const BATCH_POINTS = 6;
/** Points that are compressed together. */
const BLOCK_POINTS = 64 * 1024;

/** The strokes of a recorded room in the order in which they began. */
export function strokesOf(entries: Iterable<Entry>): InkStroke[] {
  const strokes = new Map<ShapeId, { shape: InkHeader; at: number; batches: InkPoints[] }>();
  for (const { at, signal } of entries) {
    if (signal.type === "ink.begin") strokes.set(signal.shape.id, { shape: signal.shape, at, batches: [] });
    if (signal.type === "ink.append") strokes.get(signal.id)?.batches.push(signal.points);
  }
  return [...strokes.values()].map(({ shape, at, batches }) => {
    return { shape, at, points: Int32Array.from(batches.flatMap((batch) => [...batch])) };
  });
}

/** Bytes of inktape's own frames, one for each batch. */
export function wireBytes(strokes: readonly InkStroke[]): number {
  let [bytes, first] = [0, 1];
  for (const { shape, points } of strokes) {
    for (const batch of batchesOf(points)) {
      const signals = [{ type: "ink.append", id: shape.id, points: batch }] as const;
      bytes += encodeClientFrame({ type: "signals", batch: { first: first++, signals } }).length;
    }
  }
  return bytes;
}

/**
 * Bytes of a log of JSON messages, one for each batch, compressed as a whole by gzip -9: `points` are places in board
 * units, milliseconds since the room began and pressure; `steps` are the whole numbers that inktape sends, which no
 * message could be read by alone.
 */
export function jsonGzipBytes(strokes: readonly InkStroke[]): { readonly points: number; readonly steps: number } {
  const start = strokes[0]?.at ?? 0;
  const log = (rowOf: (stroke: InkStroke, point: readonly number[]) => readonly number[]) => {
    const lines = strokes.flatMap((stroke, index) => [
      JSON.stringify([index, stroke.at - start, stroke.shape.x, stroke.shape.y, stroke.shape.step]),
      ...batchesOf(stroke.points).map((batch) =>
        JSON.stringify([index, rowsOf(batch).map((row) => rowOf(stroke, row))]),
      ),
    ]);
    return gzipSync(lines.join("\n"), { level: 9 }).length;
  };
  const onBoard = ({ shape, at }: InkStroke, [x, y, t, p]: readonly number[]) => {
    return [shape.x + x! * shape.step, shape.y + y! * shape.step, at - start + t!, p!];
  };
  return { points: log(onBoard), steps: log((_, row) => row) };
}

/**
 * Bytes in Yjs: the updates of a document with an array of strokes, each a map with an array of numbers, to which every
 * batch is pushed; and the document's last state, in version 2 and gzip -9.
 */
export function yjsBytes(strokes: readonly InkStroke[]): { readonly log: number; readonly stateGzip: number } {
  const doc = new Y.Doc();
  doc.clientID = 1;
  let log = 0;
  doc.on("update", (update: Uint8Array) => (log += update.length));
  const list = doc.getArray<Y.Map<unknown>>("strokes");
  for (const { shape, at, points } of strokes) {
    const numbers = new Y.Array<number>();
    const stroke = new Y.Map<unknown>(
      Object.entries({ x: shape.x, y: shape.y, step: shape.step, at, points: numbers }),
    );
    list.push([stroke]);
    for (const batch of batchesOf(points)) numbers.push([...batch]);
  }
  return { log, stateGzip: gzipSync(Y.encodeStateAsUpdateV2(doc), { level: 9 }).length };
}

/** Bytes of columns of first differences as varints, compressed in blocks of 65,536 points by deflate -9 and brotli -11. */
export function columnBytes(strokes: readonly InkStroke[]): { readonly deflate: number; readonly brotli: number } {
  let [deflate, brotli] = [0, 0];
  for (const block of blocksOf(strokes)) {
    const columns = columnsOf(block);
    deflate += deflateSync(columns, { level: 9 }).length;
    brotli += brotliCompressSync(columns, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: columns.length },
    }).length;
  }
  return { deflate, brotli };
}

/** Of each stroke its length, pause, place and step; then all x, all y, all t, all p: what {@link InkStroke} says, no more. */
function columnsOf(strokes: readonly InkStroke[]): Uint8Array {
  const columns = Array.from({ length: 5 + INK_STRIDE }, () => new ByteWriter());
  const [lengths, pauses, lefts, tops, steps, ...numbers] = columns as [
    ByteWriter,
    ByteWriter,
    ByteWriter,
    ByteWriter,
    ByteWriter,
    ...ByteWriter[],
  ];
  let before = { x: 0, y: 0, at: strokes[0]?.at ?? 0, step: 0 };
  for (const { shape, at, points } of strokes) {
    lengths.varint(points.length / INK_STRIDE);
    pauses.varint(at - before.at);
    lefts.zigzag(Math.round((shape.x - before.x) * 16));
    tops.zigzag(Math.round((shape.y - before.y) * 16));
    steps.number(shape.step);
    before = { x: shape.x, y: shape.y, at, step: shape.step };
    points.forEach((value, index) => {
      const last = index < INK_STRIDE ? 0 : (points[index - INK_STRIDE] as number);
      numbers[index % INK_STRIDE]?.zigzag(value - last);
    });
  }
  const all = new ByteWriter();
  for (const column of columns) all.raw(column.finish());
  return all.finish();
}

function blocksOf(strokes: readonly InkStroke[]): InkStroke[][] {
  const blocks: InkStroke[][] = [];
  let room = 0;
  for (const stroke of strokes) {
    if (room <= 0) {
      blocks.push([]);
      room = BLOCK_POINTS;
    }
    blocks.at(-1)?.push(stroke);
    room -= stroke.points.length / INK_STRIDE;
  }
  return blocks;
}

function batchesOf(points: InkPoints): InkPoints[] {
  const width = BATCH_POINTS * INK_STRIDE;
  return Array.from({ length: Math.ceil(points.length / width) }, (_, index) =>
    points.slice(index * width, (index + 1) * width),
  );
}

function rowsOf(points: InkPoints): number[][] {
  return Array.from({ length: points.length / INK_STRIDE }, (_, index) => [
    ...points.slice(index * INK_STRIDE, (index + 1) * INK_STRIDE),
  ]);
}
