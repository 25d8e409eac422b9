import { describe, expect, test } from "vitest";
import type { Entry } from "../../src/signal/entry.js";
import type { MemberId, Millis, PageId, Seq } from "../../src/signal/ids.js";
import type { Profile, Signal } from "../../src/signal/signal.js";
import { EMPTY_BOARD } from "../../src/board/board.js";
import { blockInfo, joinStretches, sealBlock } from "../../src/tape/seal.js";
import { sealedEntries } from "../../src/tape/sealed/sealed-block.js";
import type { TimeRange } from "../../src/tape/timeline.js";

const profile = (name: string): Profile => ({ user: name.toLowerCase(), name, color: "red", role: "writer" });
const marker: Signal = { type: "marker", label: "here" };

/** Entries as `[time, member, signal]`, numbered from 5. */
const entries = (...said: readonly (readonly [number, number, Signal])[]): Entry[] =>
  said.map(([at, by, signal], index) => ({
    seq: (index + 5) as Seq,
    at: at as Millis,
    by: by as MemberId,
    clientSeq: 0,
    signal,
  }));

const range = (from: number, to: number) => ({ from, to }) as TimeRange;

describe("what the index keeps of a block", () => {
  test("is where it stands and how large it is", () => {
    const log = entries([100, 1, marker], [150, 1, marker]);
    const { info, parts } = sealBlock(log, { before: EMPTY_BOARD });
    const [document, ink, presence] = [parts.document.length, parts.ink.length, parts.presence.length];
    expect(info).toMatchObject({ first: 5, last: 6, from: 100, to: 150, parts: { document, ink, presence } });
    expect(info.bytes).toBe(document + ink + presence);
    expect(sealedEntries({ info, parts })).toEqual(log);
  });

  test("is when something happened, with no pause of more than two seconds", () => {
    const log = entries([0, 1, marker], [2000, 1, marker], [4001, 1, marker], [4001, 1, marker], [9000, 1, marker]);
    expect(blockInfo(log, null).stretches).toEqual([range(0, 2000), range(4001, 4001), range(9000, 9000)]);
  });

  test("is its markers and its new pages", () => {
    const page: Signal = { type: "page.add", id: "p" as PageId, name: "Second", order: "a1" };
    expect(blockInfo(entries([1, 1, marker], [2, 1, page], [3, 1, { type: "member.leave" }]), null).markers).toEqual([
      { kind: "marker", seq: 5, at: 1, label: "here" },
      { kind: "page", seq: 6, at: 2, label: "Second" },
    ]);
  });

  test("is who was there and when, by the name they joined with or were known by; the room is nobody", () => {
    const log = entries(
      [1, 0, { type: "recording.set", on: true }],
      [2, 1, { type: "member.join", profile: profile("Ada") }],
      [3, 2, marker],
      [4, 3, marker],
      [5, 1, { type: "member.join", profile: profile("Countess") }],
      [6, 1, marker],
    );
    expect(blockInfo(log, null, { [2 as MemberId]: profile("Bob") }).members).toEqual([
      { member: 1, user: "countess", name: "Countess", color: "red", from: 2, to: 6 },
      { member: 2, user: "bob", name: "Bob", color: "red", from: 3, to: 3 },
      { member: 3, user: "", name: "", color: "", from: 4, to: 4 },
    ]);
  });

  test("is nothing without entries", () => {
    expect(() => blockInfo([], null)).toThrow("at least one entry");
  });
});

test("stretches are joined where the pause between them is short", () => {
  expect(joinStretches([range(0, 10), range(2010, 2020), range(4021, 5000)])).toEqual([
    range(0, 2020),
    range(4021, 5000),
  ]);
  expect(joinStretches([])).toEqual([]);
});
