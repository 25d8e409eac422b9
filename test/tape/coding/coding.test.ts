import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ArithmeticDecoder, CERTAIN, type BitCoder } from "../../../src/tape/coding/arithmetic-coder.js";
import { ArithmeticEncoder } from "../../../src/tape/coding/arithmetic-encoder.js";
import { IntervalModel } from "../../../src/tape/coding/interval-model.js";
import { NUMBER_MAX, NumberModel } from "../../../src/tape/coding/number-model.js";
import { SymbolModel } from "../../../src/tape/coding/symbol-model.js";

const chance = fc.oneof(fc.integer({ min: 1, max: CERTAIN - 1 }), fc.constantFrom(1, CERTAIN - 1));
const bit = fc.nat(1);
const sizes = [7, 60, 5000, 2 ** 31, 2 ** 32, NUMBER_MAX];
const number = fc.oneof(...sizes.map((size) => fc.integer({ min: -size, max: size })));
const contexts = fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4));

type Coded = readonly [value: number, contexts: readonly [number, number, number]];

/** Writes what `walk` gives to a coder, and reads it again. */
function roundTrip<T>(
  given: readonly T[],
  walk: (coder: BitCoder, given: readonly T[]) => readonly number[],
): number[] {
  const encoder = new ArithmeticEncoder();
  walk(encoder, given);
  const decoder = new ArithmeticDecoder(encoder.finish());
  const read = [...walk(decoder, given)];
  expect([decoder.isOverrun, decoder.isAtEnd]).toEqual([false, true]);
  return read;
}

describe("an arithmetic coder", () => {
  test("gives back the decisions, whatever their chances were", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(chance, bit), { maxLength: 400 }), (given) => {
        const read = roundTrip(given, (coder, all) => all.map(([of, value]) => coder.bit(of, value)));
        expect(read).toEqual(given.map(([, value]) => value));
      }),
    );
  });

  test("takes as many bits as the chances are surprised", () => {
    const encoder = new ArithmeticEncoder();
    for (let index = 0; index < 4000; index++) encoder.bit(CERTAIN / 16, index % 16 === 0 ? 1 : 0);
    const bits = 250 * 4 + 3750 * Math.log2(16 / 15);
    expect(encoder.finish().length).toBeLessThan(bits / 8 + 4);
  });

  test("of no decisions takes no byte", () => {
    expect(new ArithmeticEncoder().finish()).toEqual(new Uint8Array(0));
  });

  test("says when it reads what was never written", () => {
    const decoder = new ArithmeticDecoder(Uint8Array.of(1, 2, 3));
    for (let index = 0; index < 100; index++) decoder.bit(CERTAIN / 2);
    expect(decoder.isOverrun).toBe(true);
  });
});

describe("a number model", () => {
  test("gives back whole numbers of any size", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(number, contexts), { maxLength: 60 }), (given: readonly Coded[]) => {
        const read = roundTrip(given, (coder, all) => {
          const model = new NumberModel(5);
          return all.map(([value, of]) => model.code(coder, value, ...of));
        });
        expect(read).toEqual(given.map(([value]) => value));
      }),
    );
  });

  test("learns what comes in a context", () => {
    const encoder = new ArithmeticEncoder();
    const model = new NumberModel(2);
    for (let index = 0; index < 2000; index++) model.code(encoder, index % 2 === 0 ? 37 : -5000, index % 2, 0, 0);
    expect(encoder.finish().length).toBeLessThan(2000);
  });
});

test("an interval model gives back whole numbers from 0 up", () => {
  const interval = fc.oneof(...sizes.map((size) => fc.nat(size - 1)), fc.constant(NUMBER_MAX));
  fc.assert(
    fc.property(fc.array(fc.tuple(interval, contexts), { maxLength: 60 }), (given: readonly Coded[]) => {
      const read = roundTrip(given, (coder, all) => {
        const model = new IntervalModel(5, 5, 5, 1);
        return all.map(([value, of]) => model.code(coder, value, ...of, 0));
      });
      expect(read).toEqual(given.map(([value]) => value));
    }),
  );
});

test("a symbol model gives back symbols", () => {
  const symbol = fc.tuple(fc.nat(7), contexts);
  fc.assert(
    fc.property(fc.array(symbol, { maxLength: 60 }), (given: readonly Coded[]) => {
      const read = roundTrip(given, (coder, all) => {
        const model = new SymbolModel(3, 5, 5, 5);
        return all.map(([value, of]) => model.code(coder, value, ...of));
      });
      expect(read).toEqual(given.map(([value]) => value));
    }),
  );
});
