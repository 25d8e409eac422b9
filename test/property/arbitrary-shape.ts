import fc from "fast-check";
import { shapeId, type MemberId, type ShapeId } from "../../src/signal/ids.js";
import { INK_STRIDE, PRESSURE_MAX, type InkPoints } from "../../src/signal/ink.js";
import { isOptional, withoutPlain } from "../../src/signal/optional.js";
import type { InkHeader, KnownShape, Shape, ShapeProps, UnknownShape } from "../../src/signal/shape.js";
import { above0, color, length, name, order, page } from "./pools.js";

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

export function headerOf(id: fc.Arbitrary<ShapeId>): fc.Arbitrary<InkHeader> {
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
    through: fc.oneof(fc.constantFrom("", "10 -20.5", "0 0 30 40 5.0625 -6"), name),
    corners: fc.constantFrom("round", "sharp", "of a newer version"),
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

export const props: fc.Arbitrary<ShapeProps> = fc.oneof(
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
