import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { isInktapeError } from "../../../src/signal/errors.js";
import { ByteReader } from "../../../src/signal/wire/bytes.js";
import { ByteWriter } from "../../../src/signal/wire/byte-writer.js";

const written = (write: (writer: ByteWriter) => void) => {
  const writer = new ByteWriter();
  write(writer);
  return writer.finish();
};
const wellFormed = (text: string) =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(text));
const code = (read: () => unknown) => {
  try {
    read();
  } catch (error) {
    return isInktapeError(error) ? error.code : error;
  }
  return "no error";
};

describe("numbers", () => {
  test("varints come back whatever they are", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        const reader = new ByteReader(
          written((w) => w.varint(value)),
          "test",
        );
        expect(reader.varint()).toBe(value);
        reader.end();
      }),
    );
  });

  test("zigzags come back with their sign", () => {
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 51), max: 2 ** 51 }), (value) => {
        expect(
          new ByteReader(
            written((w) => w.zigzag(value)),
            "test",
          ).zigzag(),
        ).toBe(value);
      }),
    );
  });

  test("any finite number comes back to the bit, minus zero too", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(
          Object.is(
            new ByteReader(
              written((w) => w.number(value)),
              "test",
            ).number(Infinity),
            value,
          ),
        ).toBe(true);
      }),
    );
  });

  test("a length in sixteenths within a screen takes three bytes at most", () => {
    fc.assert(
      fc.property(fc.integer({ min: -60_000, max: 60_000 }), (units) => {
        expect(written((w) => w.number(units / 16)).length).toBeLessThanOrEqual(3);
      }),
    );
  });

  test.each([NaN, Infinity, -Infinity, 1e10])("%s is refused where coordinates are due", (value) => {
    expect(
      code(() =>
        new ByteReader(
          written((w) => w.number(value)),
          "test",
        ).number(1e9),
      ),
    ).toBe("too-large");
  });

  test("a varint that never ends is refused", () => {
    expect(code(() => new ByteReader(new Uint8Array(20).fill(255), "test").varint())).toBe("bad-bytes");
  });
});

describe("text and bytes", () => {
  test("any text comes back, lone surrogates as the replacement sign", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (value) => {
        expect(
          new ByteReader(
            written((w) => w.text(value)),
            "test",
          ).text(10_000),
        ).toBe(wellFormed(value));
      }),
    );
  });

  test("a length beyond the limit is refused before anything is read", () => {
    expect(
      code(() =>
        new ByteReader(
          written((w) => w.text("abcd")),
          "test",
        ).text(3),
      ),
    ).toBe("too-large");
  });

  test("a length beyond the end is refused", () => {
    expect(code(() => new ByteReader(new Uint8Array([9, 1, 2]), "test").bytes(100))).toBe("bad-bytes");
  });

  test("bytes that are not UTF-8 are refused", () => {
    expect(code(() => new ByteReader(new Uint8Array([2, 0xc3, 0x28]), "test").text(100))).toBe("bad-bytes");
  });

  test("what was read does not change with the message it came in", () => {
    const message = new Uint8Array([2, 7, 8]);
    const value = new ByteReader(message, "test").bytes(10);
    message.fill(0);
    expect([...value]).toEqual([7, 8]);
  });

  test("an error names what was being read and where", () => {
    expect(() => new ByteReader(new Uint8Array([1]), "frame from the client").raw(5)).toThrow(
      "The frame from the client ends early: 5 bytes were due and 1 are left (at byte 0 of 1).",
    );
  });
});
