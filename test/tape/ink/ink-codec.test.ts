import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadParts } from "../../../stories/lesson/strokes.js";
import { isInktapeError } from "../../../src/signal/errors.js";
import { INK_STRIDE, pointCount, PRESSURE_MAX, quantise, tickOf, type InkPoints } from "../../../src/signal/ink.js";
import { crc32 } from "../../../src/tape/crc32.js";
import { decodeInk } from "../../../src/tape/ink/ink-codec.js";
import { encodeInk } from "../../../src/tape/ink/encode-ink.js";
import type { Batch, InkItem } from "../../../src/tape/ink/ink-item.js";
import { thrown } from "../thrown.js";
import { items } from "./arbitrary-items.js";
import { REFERENCE_CRC, referenceItems } from "./reference.js";

const LIMITS = { items: 1000, points: 100_000 };
/** The lesson's handwriting as the pen sends it: eighths of pixels, cut where the tick changes, at once. */
function handwriting(): InkItem[] {
  return loadParts().flatMap(({ strokes }) =>
    strokes.map((samples) => {
      const { x, y, t } = samples[0] as (typeof samples)[0];
      return live(quantise(samples, { x, y, t, step: 1 / 8 }));
    }),
  );
}

/** Points cut into batches as clients cut them, which come on a steady line. */
function live(all: InkPoints): InkItem {
  const batches: Batch[] = [];
  let from = 0;
  for (let index = 1; index <= pointCount(all); index++) {
    const tick = tickOf(all[index * INK_STRIDE - 2] as number);
    if (index < pointCount(all) && tickOf(all[index * INK_STRIDE + 2] as number) === tick) continue;
    batches.push({ count: index - from, at: 33 * tick });
    from = index;
  }
  return { points: all, batches };
}

function countOf(given: readonly InkItem[]): number {
  return given.reduce((sum, { points: all }) => sum + pointCount(all), 0);
}

describe("the ink of a writer", () => {
  test("comes back as it was, whatever it was", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(items, (given) => {
        expect(decodeInk(encodeInk(given), LIMITS)).toEqual(given);
      }),
    );
  });

  test("is the same bytes everywhere", () => {
    expect(crc32(encodeInk(referenceItems()))).toBe(REFERENCE_CRC);
  });

  test("of a hand takes about a byte a point, times, pressure and batches included", () => {
    const given = handwriting();
    const bytes = encodeInk(given);
    expect(decodeInk(bytes, LIMITS)).toEqual(given);
    expect(bytes.length / countOf(given)).toBeLessThan(1.2);
  });

  test("takes next to nothing for batches that are cut at the tick and come in time", () => {
    const given = handwriting();
    const whole = given.map(({ points: all }) => ({ points: all, batches: null }));
    expect(encodeInk(given).length - encodeInk(whole).length).toBeLessThan(countOf(given) / 200);
  });

  test("takes no more on a finer grid than on the one that its device has", () => {
    const given = referenceItems();
    const finer = given.map(({ points: all, batches }) => ({
      points: all.map((value, index) => (index % INK_STRIDE < 2 ? value * 8 : value)),
      batches,
    }));
    expect(encodeInk(finer).length).toBeLessThan(encodeInk(given).length + 8);
  });

  test.each<[string, InkItem]>([
    ["time that runs backwards", { points: Int32Array.of(0, 0, 5, 32, 0, 0, 4, 32), batches: null }],
    ["a pressure beyond six bits", { points: Int32Array.of(0, 0, 0, PRESSURE_MAX + 1), batches: null }],
    ["batches of other points", { points: Int32Array.of(0, 0, 0, 32), batches: [{ count: 2, at: 0 }] }],
    ["a batch without points", { points: Int32Array.of(0, 0, 0, 32), batches: [{ count: 0, at: 0 }] }],
    ["a batch before its stroke", { points: Int32Array.of(0, 0, 0, 32), batches: [{ count: 1, at: -1 }] }],
    ["batches but no points", { points: new Int32Array(0), batches: [] }],
  ])("is refused with %s", (_, bad) => {
    expect(
      isInktapeError(
        thrown(() => encodeInk([bad])),
        "bad-argument",
      ),
    ).toBe(true);
  });
});

describe("a section", () => {
  const reference = encodeInk(referenceItems());
  const count = countOf(referenceItems());

  test.each([
    ["items", { items: referenceItems().length - 1, points: count }],
    ["points", { items: referenceItems().length, points: count - 1 }],
  ])("of more %s than the limits allow is refused before it is made", (_, limits) => {
    expect(
      isInktapeError(
        thrown(() => decodeInk(reference, limits)),
        "too-large",
      ),
    ).toBe(true);
  });

  test.each([
    ["shorter", reference.slice(0, -1)],
    ["longer", Uint8Array.of(...reference, 0)],
  ])("that is a byte %s is refused", (_, other) => {
    expect(
      isInktapeError(
        thrown(() => decodeInk(other, LIMITS)),
        "bad-bytes",
      ),
    ).toBe(true);
  });

  test.each([
    ["strokes", [0xe8, 0x07, 0]],
    ["points", [1, 0xa0, 0x8d, 0x06]],
    ["both", [0xe8, 0x07, 0xa0, 0x8d, 0x06]],
  ])("of a few bytes that claims many %s ends", (_, head) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (rest) => {
        expect(isBounded(Uint8Array.of(...head, ...rest), 100_000)).toBe(true);
      }),
    );
  });

  test("that is damaged ends with an error or with other ink, within its own counts", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.nat(reference.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, flip, isCut) => {
        const broken = isCut ? reference.slice(0, at) : reference.slice();
        if (!isCut) broken[at] = (broken[at] as number) ^ flip;
        expect(isBounded(broken, at < 4 ? LIMITS.points : count)).toBe(true);
      }),
    );
  });

  /** Whether bytes are refused, or hold no more points than that. */
  function isBounded(bytes: Uint8Array, most: number): boolean {
    let read: readonly InkItem[] = [];
    const error = thrown(() => (read = decodeInk(bytes, LIMITS)));
    if (error) return isInktapeError(error, "bad-bytes") || isInktapeError(error, "too-large");
    return countOf(read) <= most && read.length <= LIMITS.items;
  }
});
