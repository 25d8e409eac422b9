import fc from "fast-check";
import type { Entry } from "../../src/signal/entry.js";
import { shapeId, type MemberId, type Millis, type PageId, type Seq, type ShapeId } from "../../src/signal/ids.js";
import { INK_STRIDE, PRESSURE_MAX, type InkPoints } from "../../src/signal/ink.js";
import { LIMITS } from "../../src/signal/limits.js";
import { isOptional, withoutPlain } from "../../src/signal/optional.js";
import type { InkHeader, KnownShape, Shape, ShapeProps, UnknownShape } from "../../src/signal/shape.js";
import type { Access, Json, Profile, Role, Signal } from "../../src/signal/signal.js";

/**
 * Signals and logs as fast-check makes them. Ids, pages and keys come from small pools, so that signals meet: strokes
 * get points, removed shapes are moved, pages go while someone draws on them. Some of the names are traps.
 */

/** When every log here begins: 1 January 2026, 12:00 UTC. */
export const LOG_START = Date.UTC(2026, 0, 1, 12) as Millis;

const TRAPS = ["__proto__", "constructor", "toString", ""];
const IDS_PER_MEMBER = 70;

const name = fc.oneof(
  { weight: 5, arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }) },
  fc.constantFrom(...TRAPS),
);
const page = fc.constantFrom("page", "page", "page", "p2", "p3", ...TRAPS) as fc.Arbitrary<PageId>;
const order = fc.constantFrom("a0", "a1", "a2", "a0V", "Zz", "b00");
const color = fc.constantFrom("ink", "red", "#00ff88");

/** A length or coordinate: mostly on the grid of sixteenths, sometimes any number the limits allow. */
const length = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -16_000, max: 16_000 }).map((units) => units / 16) },
  fc.double({ min: -LIMITS.coordinate, max: LIMITS.coordinate, noNaN: true }),
);
const above0 = fc.constantFrom(0.0625, 0.125, 0.1, 1, 3, 12.5, LIMITS.coordinate);

function idOf(members: number): fc.Arbitrary<ShapeId> {
  return fc
    .tuple(fc.integer({ min: 0, max: members }), fc.integer({ min: 0, max: IDS_PER_MEMBER }))
    .map(([member, count]) => shapeId(member as MemberId, count));
}

/** 0 to `max` points whose time never runs backwards. */
export function arbitraryPoints(max = 12): fc.Arbitrary<InkPoints> {
  const point = fc.record({
    x: fc.integer({ min: -4000, max: 4000 }),
    y: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: -4000, max: 4000 }) }, fc.integer({ min: 1 - 2 ** 31 })),
    dt: fc.integer({ min: 0, max: 40 }),
    p: fc.integer({ min: 0, max: PRESSURE_MAX }),
  });
  return fc.tuple(fc.nat(200), fc.array(point, { maxLength: max })).map(([start, points]) => {
    const numbers = new Int32Array(points.length * INK_STRIDE);
    let t = start;
    points.forEach(({ x, y, dt, p }, index) => numbers.set([x, y, (t += dt), p], index * INK_STRIDE));
    return numbers;
  });
}

const base = { page, order, x: length, y: length, color, size: fc.constantFrom(1, 2.5, 8) };

function headerOf(id: fc.Arbitrary<ShapeId>): fc.Arbitrary<InkHeader> {
  const plain = fc.record({ ...base, id, kind: fc.constant("ink" as const), step: above0 });
  const brush = fc.constantFrom("highlighter", "laser");
  return fc.oneof(
    { weight: 3, arbitrary: plain },
    fc.tuple(plain, brush).map(([head, brush]) => ({ ...head, brush })),
  );
}

const seed = fc.integer({ min: 1, max: 2 ** 31 });

function unknownShape(id: fc.Arbitrary<ShapeId>): fc.Arbitrary<UnknownShape> {
  const value = fc.oneof(name, length, fc.uint8Array({ maxLength: 9 }), arbitraryPoints(3));
  return fc
    .record({
      base: fc.record({
        ...base,
        id,
        kind: fc.constantFrom("?sticky", "?", "?__proto__") as fc.Arbitrary<`?${string}`>,
      }),
      props: fc.dictionary(
        fc.integer({ min: 100, max: 120 }).map((code) => `?${code}`),
        value,
        { maxKeys: 3 },
      ),
    })
    .map(({ base, props }): UnknownShape => ({ ...base, ...props }));
}

/** A finished shape, one of an unknown kind among them. */
export function arbitraryShape(id: fc.Arbitrary<ShapeId>): fc.Arbitrary<Shape> {
  const box = { ...base, id, w: length, h: length, seed };
  const plain = fc.oneof(
    fc.record({
      ...box,
      kind: fc.constantFrom("rectangle", "ellipse", "diamond", "triangle", "star"),
      fill: fc.constantFrom("none", "solid", "hachure"),
    }),
    fc.record({ ...box, kind: fc.constantFrom("line", "arrow") }),
    fc.record({ ...base, id, kind: fc.constant("text"), text: name, fontSize: above0 }),
    fc.record({ ...base, id, kind: fc.constant("ink"), step: above0, points: arbitraryPoints() }),
    fc.record({ ...base, id, kind: fc.constant("note"), w: length, h: length, text: name, fontSize: above0 }),
    fc.record({ ...base, id, kind: fc.constant("image"), w: length, h: length, asset: name }),
    fc.record({ ...base, id, kind: fc.constant("frame"), w: length, h: length, text: name }),
  ) as fc.Arbitrary<KnownShape>;
  const look = fc.tuple(plain, optionalProps).map(([shape, props]) => {
    const fitting = Object.entries(props).filter(([name]) => !(name in shape) && isOptional(shape.kind, name));
    return withoutPlain({ ...shape, ...Object.fromEntries(fitting) } as KnownShape);
  });
  return fc.oneof(
    { weight: 2, arbitrary: plain },
    { weight: 2, arbitrary: look },
    { arbitrary: unknownShape(id), weight: 1 },
  );
}

const share = fc.constantFrom(0, 0.25, 0.5, 1, 1 / 3);
const anyId = fc.constantFrom(0, shapeId(1 as MemberId, 3), shapeId(2 as MemberId, 0));

/** What a shape need not have, plain values among them. */
const optionalProps: fc.Arbitrary<ShapeProps> = fc.record(
  {
    rotation: fc.constantFrom(0, 0.5, -3, Math.PI / 2),
    opacity: fc.constantFrom(1, 0.5, 0),
    group: fc.constantFrom("", "a", "a/b", "__proto__"),
    frame: anyId,
    locked: fc.constantFrom(0, 1),
    brush: fc.constantFrom("pen", "highlighter", "laser", "of a newer version"),
    scaleX: fc.constantFrom(1, -1, 0.125, 40),
    scaleY: fc.constantFrom(1, -1, 2.5),
    dash: fc.constantFrom("solid", "dashed", "dotted"),
    roughness: fc.constantFrom(0, 1, 2),
    fillColor: color,
    label: name,
    labelSize: above0,
    labelAlign: fc.constantFrom("start", "middle", "end"),
    font: fc.constantFrom("hand", "sans"),
    align: fc.constantFrom("start", "middle", "end"),
    boxW: length,
    boxH: length,
    wrap: fc.constantFrom(0, 1),
    bend: length,
    startHead: fc.constantFrom("", "dot"),
    endHead: fc.constantFrom("", "none"),
    startId: anyId,
    startX: share,
    startY: share,
    endId: anyId,
    endX: share,
    endY: share,
    alt: name,
    cropX: share,
    cropW: share,
    data: name,
  },
  { requiredKeys: [] },
) as fc.Arbitrary<ShapeProps>;

const props: fc.Arbitrary<ShapeProps> = fc.oneof(
  optionalProps,
  fc.record(
    { x: length, w: length, color, order, page, text: name, points: arbitraryPoints(3), fill: fc.constant("none") },
    { requiredKeys: [] },
  ),
  fc.dictionary(
    fc.integer({ min: 100, max: 120 }).map((code) => `?${code}`),
    fc.oneof(name, length),
    { maxKeys: 2 },
  ),
) as fc.Arbitrary<ShapeProps>;

/** What JSON can carry there and back; it has no -0. */
export const arbitraryJson: fc.Arbitrary<Json> = fc
  .jsonValue({ maxDepth: 2, stringUnit: "grapheme" })
  .map((value) => JSON.parse(JSON.stringify(value)) as Json);

const profile: fc.Arbitrary<Profile> = fc.record({
  user: name,
  name,
  color,
  role: fc.constantFrom<Role>("admin", "writer", "reader"),
});

const scale = fc.constantFrom(1, 2, -1, 0.1, 1.0625, -0.3, LIMITS.coordinate);
const angle = fc.constantFrom(0, 0.1, -0.1, Math.PI, -Math.PI / 2, 2 * Math.PI);
const paper = fc.record({
  color,
  pattern: fc.constantFrom("plain", "grid", "of a newer version"),
  asset: name,
  w: above0,
  h: above0,
});

/** Any signal that the wire can carry, sensible or not; shapes are those of members 0 to `members`. */
export function arbitrarySignal(members = 3): fc.Arbitrary<Signal> {
  const id = idOf(members);
  const ids = fc.array(id, { maxLength: 4 });
  const pageProps = { id: page, name, order };
  const place = { page, x: length, y: length };
  const camera = fc.record({ ...place, zoom: above0 });
  const sizedCamera = fc.record({ ...place, zoom: above0, w: above0, h: above0 });
  return fc.oneof(
    fc.record({ type: fc.constant("ink.begin" as const), shape: headerOf(id) }),
    fc.record({ type: fc.constant("ink.append" as const), id, points: arbitraryPoints() }),
    fc.record({ type: fc.constant("ink.end" as const), id }),
    fc.record({ type: fc.constant("shape.add" as const), shape: arbitraryShape(id) }),
    fc.record({ type: fc.constant("shape.set" as const), id, props }),
    fc.record({ type: fc.constant("shapes.move" as const), ids, dx: length, dy: length }),
    fc.record({ type: fc.constant("shapes.scale" as const), ids, x: length, y: length, sx: scale, sy: scale }),
    fc.record({ type: fc.constant("shapes.rotate" as const), ids, x: length, y: length, angle }),
    fc.record({ type: fc.constant("shapes.remove" as const), ids }),
    fc.record({ type: fc.constant("page.add" as const), ...pageProps }),
    fc.record({ type: fc.constant("page.set" as const), ...pageProps }),
    fc.record({ type: fc.constant("page.remove" as const), id: page }),
    fc.record({ type: fc.constant("page.paper" as const), id: page, paper: fc.option(paper, { nil: null }) }),
    fc.record({ type: fc.constant("page.lock" as const), id: page, isLocked: fc.boolean() }),
    fc.record({
      type: fc.constant("access.set" as const),
      user: name,
      access: fc.constantFrom<(Access | undefined)[]>("admin", "writer", "reader", "none", undefined),
    }),
    fc.record({ type: fc.constant("void" as const), reason: fc.constantFrom("role", "locked", "of a newer version") }),
    fc.record({
      type: fc.constant("state.set" as const),
      key: name,
      value: fc.option(arbitraryJson, { nil: undefined, freq: 3 }),
    }),
    fc.record({ type: fc.constant("event" as const), name, data: arbitraryJson }),
    fc.record({ type: fc.constant("marker" as const), label: name }),
    fc.record({ type: fc.constant("recording.set" as const), on: fc.boolean() }),
    fc.record({ type: fc.constant("member.join" as const), profile }),
    fc.constant({ type: "member.leave" as const }),
    fc.record({
      type: fc.constant("unknown" as const),
      code: fc.integer({ min: 1000, max: 2 ** 16 }),
      bytes: fc.uint8Array({ maxLength: 20 }),
    }),
    fc.record({ type: fc.constant("cursor" as const), cursor: fc.option(fc.record(place), { nil: null, freq: 6 }) }),
    fc.record({ type: fc.constant("camera" as const), camera: fc.oneof(camera, sizedCamera) }),
    fc.record({ type: fc.constant("selection" as const), ids }),
  );
}

/** What one member does in one go. */
interface Gesture {
  readonly by: MemberId;
  readonly signals: readonly Signal[];
}

/** A whole stroke, now and then without an end: someone fell off the net. */
function strokeOf(by: MemberId): fc.Arbitrary<Signal[]> {
  const own = fc.integer({ min: 0, max: IDS_PER_MEMBER }).map((count) => shapeId(by, count));
  return fc
    .record({
      shape: headerOf(own),
      batches: fc.array(arbitraryPoints(6), { maxLength: 5 }),
      hasEnd: fc.integer({ max: 5, min: 0 }),
    })
    .map(({ shape, batches, hasEnd }) => [
      { type: "ink.begin", shape: { ...shape, page: "page" as PageId } },
      ...batches.map((points): Signal => ({
        type: "ink.append",
        id: shape.id,
        points: later(points, batches.indexOf(points)),
      })),
      ...(hasEnd > 0 ? [{ type: "ink.end", id: shape.id } as const] : []),
    ]);
}

/** The points with their times moved behind those of the batches before. */
function later(points: InkPoints, batch: number): InkPoints {
  return points.map((value, index) => (index % INK_STRIDE === 2 ? value + batch * 1000 : value));
}

function gesture(members: number): fc.Arbitrary<Gesture> {
  return fc.integer({ min: 1, max: members }).chain((member) => {
    const by = member as MemberId;
    const pointing = fc.array(
      fc
        .record({ x: length, y: length })
        .map((place): Signal => ({ type: "cursor", cursor: { page: "page" as PageId, ...place } })),
      { minLength: 1, maxLength: 6 },
    );
    const signals = fc.oneof(
      { weight: 4, arbitrary: strokeOf(by) },
      { weight: 2, arbitrary: pointing },
      { weight: 3, arbitrary: fc.array(arbitrarySignal(members), { minLength: 1, maxLength: 3 }) },
      { weight: 1, arbitrary: profile.map((profile): Signal[] => [{ type: "member.join", profile }]) },
    );
    return signals.map((signals) => ({ by, signals }));
  });
}

/** Pauses between entries: none, a pen's pace, a breath, a night. */
const pause = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 40 }) },
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 100, max: 9000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 60_000, max: 8 * 3_600_000 }) },
);

/**
 * A log from its first entry: `members` people who mostly do sensible things at the same time, and some nonsense.
 * Seqs have no gaps, times never run backwards, and every member's count rises.
 */
export function arbitraryLog(members = 3, size = 40): fc.Arbitrary<Entry[]> {
  const joins = fc.tuple(...Array.from({ length: members }, () => profile));
  return fc
    .record({
      joins,
      gestures: fc.array(gesture(members), { maxLength: size }),
      picks: fc.array(fc.nat(), { minLength: 64, maxLength: 64 }),
      pauses: fc.array(pause, { minLength: 32, maxLength: 32 }),
    })
    .map(({ joins, gestures, picks, pauses }) => {
      const first = joins.map((profile, index): Gesture => ({
        by: (index + 1) as MemberId,
        signals: [{ type: "member.join", profile }],
      }));
      return stamp([...first.flatMap(single), ...interleave(gestures, picks)], pauses);
    });
}

type Said = Pick<Entry, "by" | "signal">;

function single({ by, signals }: Gesture): Said[] {
  return signals.map((signal) => ({ by, signal }));
}

/** Mixes the members' gestures; each member's own stay in order. */
function interleave(gestures: readonly Gesture[], picks: readonly number[]): Said[] {
  const authors = [...new Set(gestures.map(({ by }) => by))];
  const queues = authors.map((author) => gestures.filter(({ by }) => by === author).flatMap(single));
  const mixed: Said[] = [];
  for (let open = queues; open.length > 0; open = open.filter((queue) => queue.length > 0)) {
    const pick = picks[mixed.length % picks.length] as number;
    mixed.push(...(open[pick % open.length]?.splice(0, 1) ?? []));
  }
  return mixed;
}

function stamp(said: readonly Said[], pauses: readonly number[]): Entry[] {
  const counts = new Map<MemberId, number>();
  let at = LOG_START;
  return said.map(({ by, signal }, index) => {
    const clientSeq = (counts.get(by) ?? 0) + 1;
    counts.set(by, clientSeq);
    at = (at + (pauses[index % pauses.length] as number)) as Millis;
    return { seq: (index + 1) as Seq, at, by, clientSeq, signal };
  });
}
