import fc from "fast-check";
import { deflateSync } from "fflate";
import { describe, expect, test } from "vitest";
import { BLOCK_LIMITS, decodeBlock } from "../../src/tape/block.js";
import { encodeBlock } from "../../src/tape/encode-block.js";
import { writeEnvelope } from "../../src/tape/write-envelope.js";
import type { Entry } from "../../src/signal/entry.js";
import { isInktapeError } from "../../src/signal/errors.js";
import type { MemberId, Millis, Seq } from "../../src/signal/ids.js";
import { ByteWriter } from "../../src/signal/wire/byte-writer.js";
import { arbitraryLog } from "../property/arbitrary-log.js";
import { thrown } from "./thrown.js";

const entry = (seq: number, at = 1000 + seq): Entry => ({
  seq: seq as Seq,
  at: at as Millis,
  by: 1 as MemberId,
  clientSeq: seq,
  signal: { type: "marker", label: `m${seq}` },
});

describe("a block", () => {
  test("gives back exactly the entries it was made of", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(arbitraryLog(), fc.nat(), (log, skip) => {
        const entries = log.slice(skip % log.length);
        expect(decodeBlock(encodeBlock(entries))).toEqual(entries);
      }),
    );
  });

  test("is the same bytes for the same entries", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(arbitraryLog(), (log) => {
        expect(encodeBlock(structuredClone(log))).toEqual(encodeBlock(log));
      }),
    );
  });

  test("holds a single entry of either track", () => {
    const cursor: Entry = { ...entry(9), signal: { type: "cursor", cursor: null } };
    expect(decodeBlock(encodeBlock([cursor]))).toEqual([cursor]);
    expect(decodeBlock(encodeBlock([entry(9)]))).toEqual([entry(9)]);
  });

  test.each([
    ["no entries", []],
    ["a gap", [entry(1), entry(3)]],
    ["time that runs backwards", [entry(1, 20), entry(2, 19)]],
    [
      "more entries than a reader takes",
      Array.from({ length: BLOCK_LIMITS.entries + 1 }, (_, index) => entry(index + 1)),
    ],
  ])("is not made of %s", (_, entries) => {
    expect(thrown(() => encodeBlock(entries))).toSatisfy((error) => isInktapeError(error, "bad-argument"));
  });
});

test("a block is not made of entries that no reader would take", { timeout: 60_000 }, () => {
  const bytes = new Uint8Array(256 * 1024);
  const log = Array.from({ length: 33 }, (_, index): Entry => ({
    ...entry(index + 1),
    signal: { type: "unknown", code: 999, bytes },
  }));
  expect(thrown(() => encodeBlock(log))).toSatisfy((error) => isInktapeError(error, "too-large"));
});

describe("a damaged block", () => {
  const log = fc.sample(arbitraryLog(3, 12), { numRuns: 1, seed: 7 })[0] as Entry[];
  const bytes = encodeBlock(log);

  test("is refused whichever byte was changed", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const broken = bytes.slice();
        broken[at] = (broken[at] as number) ^ flip;
        const error = thrown(() => decodeBlock(broken));
        expect(isInktapeError(error, "tape-damaged") || isInktapeError(error, "unsupported-version")).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("is refused wherever it was cut off, and when something stands behind it", () => {
    for (let end = 0; end < bytes.length; end++) {
      expect(thrown(() => decodeBlock(bytes.subarray(0, end)))).toSatisfy((e) => isInktapeError(e, "tape-damaged"));
    }
    expect(thrown(() => decodeBlock(new Uint8Array([...bytes, 0])))).toSatisfy((e) =>
      isInktapeError(e, "tape-damaged"),
    );
  });

  test("says what is wrong in a sentence of its own", () => {
    const wrong = (change: (bytes: Uint8Array) => void) => {
      const copy = bytes.slice();
      change(copy);
      return (thrown(() => decodeBlock(copy)) as Error).message;
    };
    expect(wrong((b) => b.set([0], 0))).toContain("no block of an inktape tape");
    expect(wrong((b) => b.set([9], 4))).toContain("tape format 9");
    expect(wrong((b) => b.set([b[20] ?? 0 ^ 1], 21))).toContain("checksum");
  });
});

describe("a block with a right checksum around a wrong body", () => {
  const enclosed = (body: Uint8Array, codec = 1) => writeEnvelope({ kind: "block", codec, body });
  /** Count, first seq, first time, then sections as `[claimed length, content]`. */
  const body = (count: number, sections: readonly (readonly [number, Uint8Array])[]) => {
    const writer = new ByteWriter();
    for (const value of [count, 1, 1000]) writer.varint(value);
    for (const [length, content] of sections) {
      writer.varint(length);
      writer.bytes(deflateSync(content));
    }
    return writer.finish();
  };
  const bytes = (...values: number[]) => new Uint8Array(values);
  const empty = [0, bytes()] as const;

  test.each<[string, Uint8Array, RegExp]>([
    ["a codec of a later version", enclosed(bytes(), 9), /codec 9/],
    ["nothing in it", enclosed(bytes()), /ends early/],
    ["no entries", enclosed(body(0, [empty, empty, empty])), /no entry/],
    ["more entries than a block may hold", enclosed(body(50_000, [])), /names 50000 where at most 16384/],
    ["a section that claims what deflate cannot do", enclosed(body(1, [[500_000, bytes(1)]])), /claims to unfold/],
    ["a section larger than any may be", enclosed(body(1, [[9 << 20, bytes(1)]])), /at most 8388608/],
    ["a section longer than it says", enclosed(body(1, [[1, bytes(1, 2, 3)]])), /not 1 bytes long/],
    ["a section shorter than it says", enclosed(body(1, [[4, bytes(1, 2, 3)]])), /not 4 bytes long/],
    ["runs of tracks beyond its entries", enclosed(body(1, [[1, bytes(2)]])), /names 2 where at most 1/],
    ["an empty run of a track", enclosed(body(2, [[3, bytes(1, 0, 1)]])), /empty run/],
    ["a track without its columns", enclosed(body(1, [[1, bytes(1)], empty, empty])), /ends early/],
    [
      "a track with more than its columns",
      enclosed(body(1, [[1, bytes(1)], [7, bytes(0, 1, 2, 16, 0, 0, 0)], empty])),
      /goes on/,
    ],
    [
      "entries whose time runs backwards",
      enclosed(
        body(2, [
          [2, bytes(1, 1)],
          [5, bytes(9, 1, 2, 16, 0)],
          [6, bytes(3, 1, 2, 17, 1, 0)],
        ]),
      ),
      /runs backwards/,
    ],
  ])("is refused: %s", (_, block, sentence) => {
    const error = thrown(() => decodeBlock(block));
    expect(error).toSatisfy((e) => isInktapeError(e, "tape-damaged") || isInktapeError(e, "unsupported-version"));
    expect((error as Error).message).toMatch(sentence);
  });

  test("is refused for arbitrary bodies, and quickly", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (content) => {
        expect(thrown(() => decodeBlock(enclosed(content)))).toSatisfy((e) => isInktapeError(e, "tape-damaged"));
      }),
      { numRuns: 500 },
    );
  });

  test("does not unfold a bomb beyond what its header says", { timeout: 60_000 }, () => {
    const bomb = enclosed(body(1, [[1000, new Uint8Array(7 << 20)]]));
    expect((thrown(() => decodeBlock(bomb)) as Error).message).toMatch(/not 1000 bytes long/);
  });
});
