import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { isInktapeError, type ErrorCode } from "../../src/signal/errors.js";
import type { Entry } from "../../src/signal/entry.js";
import { shapeId, type ClientId, type MemberId, type Millis, type RoomId, type Seq } from "../../src/signal/ids.js";
import type { ClientFrame, ServerFrame } from "../../src/signal/protocol.js";
import type { Signal } from "../../src/signal/signal.js";
import { decodeEntries, encodeEntries } from "../../src/signal/wire/entries.js";
import {
  WIRE_VERSION,
  decodeClientFrame,
  decodeServerFrame,
  encodeClientFrame,
  encodeFollowing,
  encodeServerFrame,
  serverFrameReader,
} from "../../src/signal/wire/frames.js";
import { markAfter, START } from "../../src/signal/wire/entry-runs.js";
import { arbitraryLog } from "./arbitrary-log.js";
import { arbitrarySignal } from "./arbitrary-signal.js";

const arbitraryClientFrame: fc.Arbitrary<ClientFrame> = fc.oneof(
  fc.record({
    type: fc.constant("join" as const),
    request: fc.record({
      room: fc.constantFrom("algebra", "a.b~c_d-9") as fc.Arbitrary<RoomId>,
      client: fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }) as fc.Arbitrary<ClientId>,
      user: fc.record({ id: fc.string(), name: fc.string({ unit: "grapheme", maxLength: 20 }), color: fc.string() }),
      role: fc.constantFrom("admin" as const, "writer" as const, "reader" as const),
      isRecord: fc.boolean(),
      after: fc.option(fc.nat()) as fc.Arbitrary<Seq | null>,
    }),
  }),
  fc.record({
    type: fc.constant("signals" as const),
    batch: fc.record({ first: fc.integer({ min: 1 }), signals: fc.array(arbitrarySignal(), { maxLength: 8 }) }),
  }),
  fc.constant({ type: "leave" as const }),
);

const arbitraryServerFrame: fc.Arbitrary<ServerFrame> = fc.oneof(
  arbitraryLog(2).map((entries) => ({ type: "entries" as const, entries })),
  fc.record({
    type: fc.constant("goodbye" as const),
    goodbye: fc.record({
      code: fc.constantFrom("denied" as const, "bad-bytes" as const),
      message: fc.string({ unit: "grapheme" }),
      isRetryable: fc.boolean(),
    }),
  }),
);

/** Bytes with some of them changed, cut off or put in. */
const damaged = (bytes: fc.Arbitrary<Uint8Array>) =>
  fc
    .tuple(
      bytes,
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }),
      fc.nat(),
      fc.boolean(),
    )
    .map(([whole, changes, cut, isCut]) => {
      const copy = whole.slice(0, isCut ? cut % (whole.length + 1) : whole.length);
      for (const [at, value] of changes) if (copy.length > 0) copy[at % copy.length] = value;
      return copy;
    });

/** True when the bytes decode, or are refused with an error of ours that has a sentence. */
const isHandled = (decode: (bytes: Uint8Array) => unknown, bytes: Uint8Array) => {
  try {
    decode(bytes);
    return true;
  } catch (error) {
    if (!isInktapeError(error)) throw error;
    return REFUSALS.includes(error.code) && error.message.endsWith(".");
  }
};
const REFUSALS: readonly ErrorCode[] = ["bad-bytes", "too-large", "unsupported-version", "bad-argument"];

describe("what was sent is what arrives", () => {
  test("a log", () => {
    fc.assert(fc.property(arbitraryLog(3), (log) => void expect(decodeEntries(encodeEntries(log))).toEqual(log)));
  });

  test("a client's frame", () => {
    fc.assert(
      fc.property(arbitraryClientFrame, (frame) => {
        expect(decodeClientFrame(encodeClientFrame(frame))).toEqual(frame);
      }),
    );
  });

  test("an authority's frame", () => {
    fc.assert(
      fc.property(arbitraryServerFrame, (frame) => {
        expect(decodeServerFrame(encodeServerFrame(frame))).toEqual(frame);
      }),
    );
  });
});

describe("entries that follow others", () => {
  test("arrive as they were, over a connection where they follow what came before", () => {
    fc.assert(
      fc.property(arbitraryLog(3), fc.nat(), (log, cut) => {
        const middle = cut % (log.length + 1);
        const [before, behind] = [log.slice(0, middle), log.slice(middle)];
        const read = serverFrameReader();
        const after = markAfter(before, null);
        read(encodeServerFrame({ type: "thinned", entries: before.slice(-1) }));
        const bytes = after ? encodeFollowing(behind, after) : encodeServerFrame({ type: "entries", entries: behind });
        expect(read(bytes)).toEqual({ type: "entries", entries: behind });
      }),
    );
  });

  test("are refused where nothing came before", () => {
    const log = fc.sample(arbitraryLog(1), { numRuns: 1, seed: 1 })[0] as readonly Entry[];
    const bytes = encodeFollowing(log, START);
    expect(() => serverFrameReader()(bytes)).toThrow("follows an entry that never came");
  });

  test("of one stroke, said in one go, name it once and share one head", () => {
    const id = shapeId(3 as MemberId, 300);
    const points = Int32Array.of(80, -16, 100, 32, 104, -8, 117, 32);
    const signals: readonly Signal[] = [
      { type: "ink.append", id, points },
      { type: "ink.append", id, points },
      { type: "ink.end", id },
    ];
    const entriesOf = (of: readonly Signal[]) =>
      of.map((signal, index): Entry => {
        return { seq: (900 + index) as Seq, at: 1e12 as Millis, by: 3 as MemberId, clientSeq: 70 + index, signal };
      });
    const sizeOf = (of: readonly Signal[]) => {
      return encodeFollowing(entriesOf(of), { seq: 899 as Seq, at: (1e12 - 33) as Millis }).length;
    };
    const [one, two, all] = [1, 2, 3].map((count) => sizeOf(signals.slice(0, count))) as [number, number, number];
    // Kind, run, time, author, count; and the signal's number, length, stroke.
    const pointBytes = one - 5 - 2 - 3;
    expect([two - one, all - two]).toEqual([pointBytes + 2, 1]);
    expect(encodeClientFrame({ type: "signals", batch: { first: 1, signals } }).length).toBe(all - 3);
  });

  test("are refused beyond what a frame may hold, without room for them", () => {
    const endless = (head: readonly number[]) =>
      Uint8Array.of(146, ...head, 0, 3, 1, ...Array.from({ length: 8200 }, () => 27));
    expect(() => decodeServerFrame(endless([0x82, 0x40]))).toThrow("at most 8193 is allowed");
    expect(() => decodeServerFrame(Uint8Array.of(146, 0, 0, 0, 0))).toThrow("a run of no entries");
    expect(() => decodeServerFrame(Uint8Array.of(146, 3, 0, 0, 0, 0))).toThrow("two entries of one place");
    expect(() => decodeServerFrame(Uint8Array.of(146, 2, 0, 3, 1, 27))).toThrow("a stroke that it does not name");
    const leaves = Array.from({ length: 4097 }, () => [16, 0]).flat();
    expect(() => decodeClientFrame(Uint8Array.of(130, 1, ...leaves))).toThrow("more than 4096 signals");
  });
});

describe("bad bytes are refused with a sentence", () => {
  test("noise", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        expect(isHandled(decodeClientFrame, noise)).toBe(true);
        expect(isHandled(decodeServerFrame, noise)).toBe(true);
        for (const kind of [130, 146, 150]) {
          const bytes = Uint8Array.of(kind, ...noise);
          expect(isHandled(decodeClientFrame, bytes)).toBe(true);
          expect(isHandled((some) => decodeServerFrame(some, START), bytes)).toBe(true);
        }
        expect(isHandled(decodeEntries, noise)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("a damaged client's frame", () => {
    fc.assert(
      fc.property(damaged(arbitraryClientFrame.map(encodeClientFrame)), (bytes) => {
        expect(isHandled(decodeClientFrame, bytes)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("damaged entries", () => {
    fc.assert(
      fc.property(
        damaged(arbitraryLog(2).map(encodeEntries)),
        (bytes) => void expect(isHandled(decodeEntries, bytes)).toBe(true),
      ),
      { numRuns: 200 },
    );
  });

  test("a frame with something behind its end", () => {
    const bytes = new Uint8Array([...encodeClientFrame({ type: "leave" }), 0]);
    expect(() => decodeClientFrame(bytes)).toThrow("goes on for 1 bytes after its end");
  });

  test("another version is named, with the way out", () => {
    const bytes = encodeClientFrame({ type: "leave" });
    bytes[0] = WIRE_VERSION + 1;
    expect(() => decodeClientFrame(bytes)).toThrow(
      `The frame from the client speaks version ${WIRE_VERSION + 1}, this end version ${WIRE_VERSION}: update the older one.`,
    );
  });

  test("a frame that is too large is refused before it is read", () => {
    expect(() => decodeClientFrame(new Uint8Array((1 << 20) + 1))).toThrow("at most 1048576 are allowed");
  });
});
