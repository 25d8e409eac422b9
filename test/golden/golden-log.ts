import type { Entry } from "../../src/signal/entry.js";
import { shapeId, type MemberId, type Millis, type PageId, type Seq } from "../../src/signal/ids.js";
import { INK_STRIDE, type InkPoints } from "../../src/signal/ink.js";
import type { InkHeader, Shape } from "../../src/signal/shape.js";
import type { Signal } from "../../src/signal/signal.js";

/**
 * A fixed log with every kind of signal and shape in it, some that no version knows, and a stretch that is not
 * recorded. Golden tapes are made of it. It may grow at its end when there are new kinds; tapes of older versions keep
 * what they have.
 */

const START = Date.UTC(2026, 2, 14, 9, 26, 53, 589);
const [ADA, BOB] = [1 as MemberId, 2 as MemberId];
const [PAGE, SECOND] = ["page" as PageId, "zweite Seite ✏" as PageId];
const STROKES = 3;

/** A wave of `count` points, the same every time. */
function wave(count: number, start: number): InkPoints {
  const points = new Int32Array(count * INK_STRIDE);
  for (let index = 0; index < count; index++) {
    const t = start + index * 8;
    points.set([index * 11, Math.round(200 * Math.sin(t / 90)), t, 20 + (index % 40)], index * INK_STRIDE);
  }
  return points;
}

const base = { page: PAGE, order: "a1", x: 12.5, y: -340.0625, color: "red", size: 2.5 };
const header = (by: MemberId, count: number): InkHeader => ({
  ...base,
  kind: "ink",
  id: shapeId(by, count),
  step: 0.0625,
});

const shapes: readonly Shape[] = [
  { ...base, kind: "rectangle", id: shapeId(BOB, 100), w: 100, h: 50, fill: "hachure", seed: 77 },
  { ...base, kind: "ellipse", id: shapeId(BOB, 101), order: "a2", w: 0.1, h: 1e9, fill: "none", seed: 1 },
  { ...base, kind: "line", id: shapeId(BOB, 102), order: "a3", w: -10, h: 20, seed: 2147483648 },
  { ...base, kind: "arrow", id: shapeId(BOB, 163), order: "a3", w: 10, h: -20, seed: 9 },
  { ...base, kind: "text", id: shapeId(BOB, 164), text: "a² + b² = c²\nПривет 👋", fontSize: 18 },
  { ...base, kind: "?note", id: shapeId(BOB, 165), "?200": "sticky", "?201": new Uint8Array([1, 2, 3]), "?202": 1.25 },
];

/** A stroke in three batches, with the writer's cursor moving along. */
const stroke = (by: MemberId, count: number): [MemberId, Signal][] => [
  [by, { type: "ink.begin", shape: header(by, count) }],
  ...[0, 1, 2].flatMap((batch): [MemberId, Signal][] => [
    [by, { type: "ink.append", id: shapeId(by, count), points: wave(12, batch * 96) }],
    [by, { type: "cursor", cursor: { page: PAGE, x: batch * 10.5, y: count } }],
  ]),
  [by, { type: "ink.end", id: shapeId(by, count) }],
];

const room = 0 as MemberId;
const words: readonly (readonly [MemberId, Signal])[] = [
  [ADA, { type: "member.join", profile: { user: "ada", name: "Ada Lovelace", color: "#aa3366", role: "admin" } }],
  [room, { type: "recording.set", on: true }],
  [BOB, { type: "member.join", profile: { user: "bob", name: "Bob", color: "green", role: "writer" } }],
  [ADA, { type: "camera", camera: { page: PAGE, x: 0, y: 0, zoom: 1.5 } }],
  [BOB, { type: "camera", camera: { page: PAGE, x: -12.5, y: 8, zoom: 0.75, w: 390, h: 844 } }],
  ...Array.from({ length: STROKES }, (_, count) => stroke(ADA, count)).flat(),
  ...shapes.map((shape): [MemberId, Signal] => [BOB, { type: "shape.add", shape }]),
  [BOB, { type: "shape.set", id: shapeId(BOB, 164), props: { text: "c² = a² + b²", color: "blue" } }],
  [ADA, { type: "selection", ids: [shapeId(BOB, 100), shapeId(BOB, 101)] }],
  [ADA, { type: "shapes.move", ids: [shapeId(BOB, 100), shapeId(BOB, 101)], dx: 5.5, dy: -0.1 }],
  [ADA, { type: "shapes.remove", ids: [shapeId(BOB, 102)] }],
  [ADA, { type: "page.add", id: SECOND, name: "Second", order: "a1" }],
  [ADA, { type: "page.set", id: SECOND, name: "The second page", order: "Zz" }],
  [BOB, { type: "state.set", key: "topic", value: { name: "Pythagoras", steps: [1, 2, 3], done: false, next: null } }],
  [BOB, { type: "event", name: "applause", data: 3 }],
  [ADA, { type: "marker", label: "The proof" }],
  [BOB, { type: "unknown", code: 4242, bytes: new Uint8Array([255, 0, 7]) }],
  [room, { type: "recording.set", on: false }],
  [
    BOB,
    { type: "shape.add", shape: { ...base, kind: "text", id: shapeId(BOB, 166), text: "off the record", fontSize: 9 } },
  ],
  [BOB, { type: "state.set", key: "topic", value: undefined }],
  [room, { type: "recording.set", on: true }],
  ...stroke(BOB, 500).slice(0, -1),
  [ADA, { type: "page.remove", id: SECOND }],
  [ADA, { type: "cursor", cursor: null }],
  [ADA, { type: "member.leave" }],
  [BOB, { type: "ink.end", id: shapeId(BOB, 500) }],
];

/** The fixed log. A pause of an hour stands in the middle. */
export const GOLDEN_LOG: readonly Entry[] = words.map(([by, signal], index) => ({
  seq: (index + 1) as Seq,
  at: (START + index * 33 + (index > words.length / 2 ? 3_600_000 : 0)) as Millis,
  by,
  clientSeq: by === room ? 0 : index + 1,
  signal,
}));
