import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isInktapeError } from "../../../src/signal/errors.js";
import { pointCount } from "../../../src/signal/ink.js";
import { crc32 } from "../../../src/tape/crc32.js";
import { decodeInk } from "../../../src/tape/ink/ink-codec.js";
import { encodeInk } from "../../../src/tape/ink/encode-ink.js";
import { decodePlainInk } from "../../../src/tape/ink/plain-ink.js";
import { encodePlainInk } from "../../../src/tape/ink/encode-plain-ink.js";
import { thrown } from "../thrown.js";
import { items } from "./arbitrary-items.js";
import { referenceItems } from "./reference.js";

const LIMITS = { items: 1000, points: 100_000 };
/** Of the reference items: what older versions wrote has to be read for ever. */
const PLAIN_CRC = 1_116_384_950;

describe("the plain ink of a writer", () => {
  test("comes back as it was, whatever it was", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(items, (given) => {
        expect(decodePlainInk(encodePlainInk(given), LIMITS)).toEqual(given);
      }),
    );
  });

  test("is the same ink as the fine one", () => {
    const given = referenceItems();
    expect(decodePlainInk(encodePlainInk(given), LIMITS)).toEqual(decodeInk(encodeInk(given), LIMITS));
  });

  test("is the same bytes everywhere", () => {
    expect(crc32(encodePlainInk(referenceItems()))).toBe(PLAIN_CRC);
  });

  test("takes no more than thrice the bytes of the fine one, of a hand", () => {
    const given = referenceItems();
    expect(encodePlainInk(given).length).toBeLessThan(3 * encodeInk(given).length);
  });

  test("is refused with what no stroke has", () => {
    const bad = { points: Int32Array.of(0, 0, 5, 32, 0, 0, 4, 32), batches: null };
    expect(thrown(() => encodePlainInk([bad]))).toSatisfy((error) => isInktapeError(error, "bad-argument"));
  });
});

describe("a plain section", () => {
  const given = referenceItems();
  const bytes = encodePlainInk(given);
  const points = given.reduce((sum, item) => sum + pointCount(item.points), 0);
  const isRefused = (error: unknown) => isInktapeError(error, "bad-bytes") || isInktapeError(error, "too-large");

  test("of more items or points than the limits allow is refused", () => {
    expect(thrown(() => decodePlainInk(bytes, { items: given.length - 1, points }))).toSatisfy(isRefused);
    expect(thrown(() => decodePlainInk(bytes, { items: given.length, points: points - 1 }))).toSatisfy(isRefused);
    expect(decodePlainInk(bytes, { items: given.length, points })).toEqual(given);
  });

  test("that was cut off, or goes on, is refused", () => {
    expect(thrown(() => decodePlainInk(bytes.subarray(0, bytes.length >> 1), LIMITS))).toSatisfy(isRefused);
    expect(thrown(() => decodePlainInk(Uint8Array.of(...bytes, 0), LIMITS))).toSatisfy(isRefused);
  });

  test("of arbitrary bytes is refused or gives strokes", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (any) => {
        try {
          expect(decodePlainInk(any, LIMITS).length).toBeLessThanOrEqual(LIMITS.items);
        } catch (error) {
          if (!isRefused(error)) throw error;
        }
      }),
    );
  });
});
