import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EMPTY_BOARD, type MutableBoard } from "../../../src/board/board.js";
import { InkNotLoaded } from "../../../src/board/ink-not-loaded.js";
import { reduce, thaw } from "../../../src/board/reduce.js";
import { InktapeError, isInktapeError } from "../../../src/signal/errors.js";
import type { Entry } from "../../../src/signal/entry.js";
import type { Millis, Seq } from "../../../src/signal/ids.js";
import type { BlockBytes } from "../../../src/tape/block-info.js";
import { decodePart } from "../../../src/tape/decode.js";
import { readEnvelope } from "../../../src/tape/envelope.js";
import { writeEnvelope } from "../../../src/tape/write-envelope.js";
import { decodeKeyframe } from "../../../src/tape/keyframe.js";
import { encodeKeyframe } from "../../../src/tape/encode-keyframe.js";
import { encodeSealed, openSealed } from "../../../src/tape/sealed/sealed-block.js";
import { BLOCK_PARTS } from "../../../src/tape/timeline.js";
import { arbitraryLog } from "../../property/arbitrary-log.js";
import { thrown } from "../thrown.js";

/** The most that a part of a block may lack to be worth damaging, in bytes. */
const FEW = 40;

/** A log, the board before its block, and the block's parts. */
function sealedOf(log: readonly Entry[]) {
  const before = reduce(EMPTY_BOARD, log.slice(0, log.length >> 2));
  const entries = log.slice(log.length >> 2);
  const plain = encodeSealed(entries, before, [], "plain").ink;
  return { log, before, entries, parts: { ...encodeSealed(entries, before, []), plain } };
}

/** A block in which there is something of everything. */
const { log, before, entries, parts } = fc
  .sample(arbitraryLog(3, 60), { numRuns: 200, seed: 3 })
  .filter(({ length }) => length > 40)
  .map(sealedOf)
  .find(({ parts }) => Object.values(parts).every(({ length }) => length > FEW))!;
const to = entries.at(-1)!.at;
const sound = { ...parts, keyframe: encodeKeyframe(reduce(EMPTY_BOARD, log)) };
const names = [...BLOCK_PARTS, "plain", "keyframe"] as const;

/** What kind of part it is. */
const kindOf = (name: (typeof names)[number]) => (name === "plain" ? "ink" : name);

const isRefused = (error: unknown) =>
  isInktapeError(error, "tape-damaged") || isInktapeError(error, "unsupported-version");

function decode(name: (typeof names)[number], bytes: Uint8Array): unknown {
  return name === "keyframe" ? decodeKeyframe(bytes) : decodePart(name === "plain" ? "ink" : name, bytes);
}

/** Bytes of a body in which some were changed, taken out or put in, under a right checksum. */
function forged(name: (typeof names)[number]): fc.Arbitrary<Uint8Array> {
  const { codec, body } = readEnvelope(kindOf(name), sound[name]);
  const change = fc.record({ at: fc.nat(body.length - 1), value: fc.nat(255), drop: fc.nat(2), add: fc.nat(2) });
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    const bytes = [...body];
    for (const { at, value, drop, add } of changes) {
      bytes.splice(at, drop, ...Array.from({ length: add }, () => value));
      if (drop + add === 0) bytes[at] = value;
    }
    return writeEnvelope({ kind: kindOf(name), codec, body: Uint8Array.from(bytes) });
  });
}

/** Runs `work`; what it throws must be an error of the tape's own. */
function orRefused(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!isRefused(error) && !(error instanceof InkNotLoaded)) throw error;
  }
}

describe.each(names)("a damaged part: %s", (name) => {
  test("is refused whichever byte was changed, and wherever it was cut off", { timeout: 60_000 }, () => {
    const bytes = sound[name];
    expect(bytes.length).toBeGreaterThan(FEW);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const broken = bytes.slice();
        broken[at] = (broken[at] as number) ^ flip;
        expect(thrown(() => decode(name, broken))).toSatisfy(isRefused);
        if (at > 0) expect(thrown(() => decode(name, bytes.subarray(0, at)))).toSatisfy(isRefused);
      }),
    );
  });

  test("with a right checksum ends with an error, or with something that can be played", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(forged(name), fc.nat(), (bytes, moment) => {
        orRefused(() => {
          decode(name, bytes);
          if (name === "keyframe") return;
          const track = openSealed({ ...parts, [kindOf(name)]: bytes } as BlockBytes, to);
          const until = entries[moment % entries.length]!.at;
          const range = { after: before.seq, until: until as Millis };
          if (!track.needsInk(range)) track.fold(thaw(before) as MutableBoard, range, true);
          track.fold(thaw(before) as MutableBoard, { after: 0 as Seq, until: to }, false);
          expect(track.entries().length).toBeLessThan(1 << 14);
        });
      }),
      { numRuns: 400 },
    );
  });

  test("of arbitrary bytes is refused quickly", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(1, 2, 9), (body, codec) => {
        const bytes = writeEnvelope({ kind: kindOf(name), codec, body });
        expect(() => orRefused(() => void decode(name, bytes))).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});

test("a part that is something else is refused by its name", () => {
  expect(thrown(() => decodePart("ink", parts.document))).toSatisfy(isRefused);
  expect(thrown(() => decodePart("presence", new Uint8Array([1, 2, 3])))).toBeInstanceOf(InktapeError);
});
