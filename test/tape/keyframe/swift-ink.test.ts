import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isInktapeError } from "../../../src/signal/errors.js";
import { PRESSURE_MAX, quantise, type InkPoints } from "../../../src/signal/ink.js";
import { LIMITS } from "../../../src/signal/limits.js";
import { ByteReader } from "../../../src/signal/wire/bytes.js";
import { ByteWriter } from "../../../src/signal/wire/byte-writer.js";
import { readSwiftInk, writeSwiftInk } from "../../../src/tape/keyframe/swift-ink.js";
import { loadParts } from "../../../stories/lesson/strokes.js";
import { thrown } from "../thrown.js";

const FARTHEST = 2 ** 31 - 1;

const place = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -300, max: 300 }) },
  fc.integer({ min: -FARTHEST, max: FARTHEST }),
  fc.constantFrom(-FARTHEST, FARTHEST),
);
const wait = fc.oneof({ weight: 20, arbitrary: fc.nat(70) }, fc.nat(2 ** 27));
const stroke: fc.Arbitrary<InkPoints> = fc
  .record({
    grid: fc.constantFrom(1, 2, 8, 64),
    steps: fc.array(fc.tuple(place, place, wait, fc.nat(PRESSURE_MAX)), { maxLength: 30 }),
  })
  .map(({ grid, steps }) => {
    let t = 0;
    const onGrid = (value: number) => Math.trunc(value / grid) * grid;
    return Int32Array.from(
      steps.flatMap(([x, y, dt, p]) => [onGrid(x), onGrid(y), (t = Math.min(FARTHEST, t + dt)), p]),
    );
  });

function written(inks: readonly InkPoints[]): Uint8Array {
  const writer = new ByteWriter();
  writeSwiftInk(writer, inks);
  return writer.finish();
}

function read(bytes: Uint8Array): InkPoints[] {
  const reader = new ByteReader(bytes, "ink");
  const inks = readSwiftInk(reader);
  reader.end();
  return inks;
}

/** The lesson's handwriting as the pen sends it. */
function handwriting(): InkPoints[] {
  return loadParts().flatMap(({ strokes }) =>
    strokes.map((samples) => {
      const { x, y, t } = samples[0] as (typeof samples)[0];
      return quantise(samples, { x, y, t, step: 1 / 8 });
    }),
  );
}

test("any ink that a board can hold comes back exactly", () => {
  fc.assert(
    fc.property(fc.array(stroke, { maxLength: 8 }), (inks) => {
      expect(read(written(inks))).toEqual(inks);
    }),
    { numRuns: 500 },
  );
});

test("steps as wide as 32 bits come back", () => {
  const far = Int32Array.of(
    FARTHEST,
    -FARTHEST,
    0,
    0,
    -FARTHEST,
    FARTHEST,
    FARTHEST,
    63,
    FARTHEST,
    -FARTHEST,
    FARTHEST,
    0,
  );
  expect(read(written([far]))).toEqual([far]);
});

test("handwriting takes less than two bytes and a half for a point", () => {
  const inks = handwriting();
  const points = inks.reduce((sum, { length }) => sum + length / 4, 0);
  const bytes = written(inks);
  expect(points).toBeGreaterThan(5000);
  expect(bytes.length / points).toBeLessThan(2.5);
  expect(read(bytes)).toEqual(inks);
});

describe("damaged ink", () => {
  const isRefusal = (error: unknown) => isInktapeError(error, "bad-bytes") || isInktapeError(error, "too-large");
  const isHarmless = (bytes: Uint8Array) => {
    const error = thrown(() => read(bytes));
    return error === undefined || isRefusal(error);
  };

  test("is refused or read as other ink, and nothing else happens", () => {
    const bytes = written(handwriting().slice(0, 20));
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const broken = bytes.slice();
        broken[at]! ^= flip;
        expect(isHarmless(broken)).toBe(true);
        expect(thrown(() => read(bytes.subarray(0, at)))).toSatisfy(isRefusal);
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (any) => {
        expect(isHarmless(any)).toBe(true);
      }),
    );
  });

  test("may not announce points that its bits cannot hold", () => {
    const writer = new ByteWriter();
    const heads = new ByteWriter();
    heads.varint(LIMITS.strokePoints);
    for (const byte of [0, 0, 0, 0, 0, 0, 0]) heads.byte(byte);
    writer.bytes(heads.finish());
    writer.bytes(new Uint8Array(100).fill(255));
    const error = thrown(() => read(writer.finish()));
    expect(isInktapeError(error, "bad-bytes")).toBe(true);
    expect((error as Error).message).toContain("announces 20000 points");
  });

  test("may not go on for longer than its points", () => {
    const writer = new ByteWriter();
    writer.bytes(new Uint8Array(0));
    writer.bytes(new Uint8Array(2));
    expect(
      isInktapeError(
        thrown(() => read(writer.finish())),
        "bad-bytes",
      ),
    ).toBe(true);
  });

  test.each([
    ["time that runs backwards", [0, 0, 5, 0, 1, 1, 4, 0]],
    ["a time before the first", [0, 0, -1, 0]],
    ["a pressure that is none", [0, 0, 0, 0, 1, 1, 1, 64]],
    ["a negative pressure", [0, 0, 0, 0, 1, 1, 1, -1]],
    ["a place beyond 31 bits", [0, 0, 0, 0, -(2 ** 31), 0, 1, 1]],
  ])("with %s is refused", (_, numbers) => {
    expect(
      isInktapeError(
        thrown(() => read(written([Int32Array.from(numbers)]))),
        "bad-bytes",
      ),
    ).toBe(true);
  });
});
