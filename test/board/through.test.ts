import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readThrough, writeThrough } from "../../src/board/through.js";
import { LIMITS } from "../../src/signal/limits.js";

const sixteenth = fc.integer({ min: -(2 ** 24), max: 2 ** 24 }).map((length) => length / 16 + 0);
const points = fc.array(fc.record({ x: sixteenth, y: sixteenth }), { maxLength: LIMITS.linePoints });

describe("points as text", () => {
  test("are read as they were written", () => {
    fc.assert(fc.property(points, (all) => void expect(readThrough(writeThrough(all))).toEqual(all)));
    expect(writeThrough([{ x: -0.0001, y: 1 / 3 }])).toBe("0 0.333251953125");
  });

  test("are none where a text says something else", () => {
    const many = Array.from({ length: LIMITS.linePoints }, () => "1 2").join(" ");
    const texts = [
      "",
      "1",
      "1 2 3",
      "1  2",
      " 1 2",
      "1e3 2",
      "0x1 2",
      "NaN 1",
      "1. 2",
      "+1 2",
      "1,2 3",
      "1e9 2000000000",
    ];
    for (const text of [...texts, "1 1000000001", `${many} 1 2`]) expect([text, readThrough(text)]).toEqual([text, []]);
    expect(readThrough(many)).toHaveLength(LIMITS.linePoints);
  });

  test("never throw, whatever the text", () => {
    const words = fc.oneof(fc.string(), fc.double().map(String), fc.constantFrom("1", "-2.5", " "));
    const texts = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 250 }).map((all) => all.join(" ")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const { x, y } of readThrough(text)) {
          expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(LIMITS.coordinate);
        }
      }),
    );
  });
});
