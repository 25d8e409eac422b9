import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roomId, type MemberId, type Millis, type Seq } from "../../src/signal/ids.js";
import { isInktapeError } from "../../src/signal/errors.js";
import { ByteWriter } from "../../src/signal/wire/byte-writer.js";
import { writeEnvelope } from "../../src/tape/write-envelope.js";
import { decodeTimeline, encodeTimeline } from "../../src/tape/index-bytes.js";
import { writeSection } from "../../src/tape/write-section.js";
import { parseTimeline } from "../../src/tape/timeline-json.js";
import type { BlockRef, Timeline } from "../../src/tape/timeline.js";
import { arbitraryLog } from "../property/arbitrary-log.js";
import { arbitraryTimeline } from "./arbitrary-timeline.js";
import { arbitraryCuts, tapeOf } from "./tape-of.js";
import { thrown } from "./thrown.js";

/** A year of a busy room: whole and broken numbers as they come, from a seed of its own. */
function busyYear(): Timeline {
  let state = 7;
  const random = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
  let [seq, at] = [0, 1_700_000_000_000];
  const blocks = Array.from({ length: 1600 }, (): BlockRef => {
    const [first, from] = [seq + 1, at + random(4) * random(9_000_000)];
    [seq, at] = [first + 4000 + random(4000), from + 300_000 + random(300_000)];
    const parts = { document: 1200 + random(900), ink: 15_000 + random(9000), presence: 9000 + random(9000) };
    const bytes = parts.document + parts.ink + parts.presence;
    const activity = Array.from({ length: 8 }, () => (random(6) === 0 ? 0 : 5 + random(4)));
    return { first, last: seq, from, to: at, bytes, parts, activity } as unknown as BlockRef;
  });
  const keyframes = Array.from({ length: 120 }, (_, index) => {
    const block = blocks[13 * (index + 1)] as BlockRef;
    return { seq: block.last, at: block.to, bytes: 65_000 + random(200_000) };
  });
  const stretches = Array.from({ length: 400 }, (_, index) => {
    const { from, to } = blocks[4 * index] as BlockRef;
    return { from: (from + random(1000)) as Millis, to: (to - random(1000)) as Millis };
  });
  const markers = Array.from({ length: 60 }, (_, index) => {
    const { first, from } = blocks[20 * index] as BlockRef;
    return { kind: "marker" as const, seq: first, at: from, label: `Lesson ${index}: fractions` };
  });
  const members = Array.from({ length: 80 }, (_, index) => {
    const { from } = blocks[index * 20] as BlockRef;
    const to = (from + 3_000_000) as Millis;
    const user = `user-${random(2 ** 31).toString(36)}`;
    return { member: (index + 1) as MemberId, user, name: `Student ${index}`, color: "blue", from, to };
  });
  const now = at as Millis;
  return { room: roomId("algebra"), created: now, isLive: false, now, blocks, keyframes, stretches, markers, members };
}

/** An index whose section holds what `write` writes after the room and its times. */
function indexWith(write: (w: ByteWriter) => void): Uint8Array {
  const content = new ByteWriter();
  content.text("room");
  content.varint(1);
  content.byte(0);
  content.varint(2);
  write(content);
  const body = new ByteWriter();
  writeSection(body, content.finish(), 1 << 20);
  return writeEnvelope({ kind: "index", codec: 1, body: body.finish() });
}

const varints =
  (...values: readonly number[]) =>
  (w: ByteWriter) => {
    for (const value of values) w.varint(value);
  };

describe("an index as bytes", () => {
  test("is the index that went in, whatever it holds", () => {
    fc.assert(
      fc.property(arbitraryTimeline, (timeline) => {
        expect(decodeTimeline(encodeTimeline(timeline))).toEqual(timeline);
        expect(parseTimeline(JSON.parse(JSON.stringify(timeline)))).toEqual(timeline);
      }),
    );
  });

  test("is the index of a tape", { timeout: 60_000 }, () => {
    const scenario = arbitraryLog().chain((log) => fc.tuple(fc.constant(log), arbitraryCuts(log.length)));
    fc.assert(
      fc.property(scenario, ([log, cuts]) => {
        const { index } = tapeOf(log, cuts);
        expect(decodeTimeline(encodeTimeline(index))).toEqual(index);
      }),
      { numRuns: 30 },
    );
  });

  test("of a busy year is small", () => {
    const timeline = busyYear();
    const bytes = encodeTimeline(timeline);
    expect(decodeTimeline(bytes)).toEqual(timeline);
    expect(bytes.length).toBeLessThan(32_000);
  });

  test("is not written when no reader would take it", () => {
    const { blocks, ...rest } = busyYear();
    expect(() => encodeTimeline({ ...rest, blocks: blocks.toReversed() })).toThrow("out of order");
  });

  test("passes over kinds of marker that it does not know", () => {
    const bytes = indexWith((w) => {
      varints(0, 0, 0, 2, 9, 0, 1, 1, 5, 5)(w);
      w.text("newer");
      w.text("known");
      w.varint(0);
    });
    expect(decodeTimeline(bytes).markers).toEqual([{ kind: "marker", seq: 2 as Seq, at: 10, label: "known" }]);
  });

  test("is refused when anything in it is changed", () => {
    const bytes = encodeTimeline(busyYear()).slice();
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const bad = bytes.slice();
        bad[at] = (bad[at] as number) ^ change;
        const error = thrown(() => decodeTimeline(bad));
        expect(isInktapeError(error, "tape-damaged") || isInktapeError(error, "unsupported-version")).toBe(true);
      }),
    );
  });

  test.each<[string, (w: ByteWriter) => void, string]>([
    ["counts that its bytes cannot hold", varints(500), "announces 500 items"],
    ["more items than any tape has", varints(2_000_000), "at most 1000000"],
    ["a block that goes on for ever", varints(1, 0, 0, 2 ** 53 - 1, 0, 0, 0, 0, 0, 0, 0), "cannot be"],
    ["two keyframes of one place", varints(0, 2, 4, 0, 1, 1, 9, 9, 0, 0, 0), "keyframes[1] is out of order"],
    ["something behind its end", varints(0, 0, 0, 0, 0, 7), "goes on"],
    ["no end", varints(0, 0), "ends early"],
  ])("is refused with %s", (_, write, sentence) => {
    const error = thrown(() => decodeTimeline(indexWith(write)));
    expect(isInktapeError(error, "tape-damaged")).toBe(true);
    expect((error as Error).message).toContain(sentence);
  });

  test("is refused or sound, whatever a section holds", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const error = thrown(() => decodeTimeline(indexWith((w) => w.raw(bytes))));
        expect(error === undefined || isInktapeError(error, "tape-damaged")).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
