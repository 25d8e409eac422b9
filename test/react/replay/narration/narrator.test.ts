import { expect, test } from "vitest";
import { FIRST_PAGE } from "../../../../src/board/board.js";
import { CustomShapes } from "../../../../src/picture/custom/custom-shapes.js";
import { ENGLISH } from "../../../../src/react/messages/en.js";
import { GATHER_MS, narrate, REPEAT_MS } from "../../../../src/react/replay/narration/narrator.js";
import type { Entry } from "../../../../src/signal/entry.js";
import type { MemberId, Millis, PageId, Seq } from "../../../../src/signal/ids.js";
import type { Signal } from "../../../../src/signal/signal.js";
import { createStore } from "../../../../src/store/store.js";
import { ANN, BEN, idOf, ink, note } from "../../../canvas/support/log.js";
import { stage, START } from "../../../player/stage.js";
import { tapeOf } from "../../../tape/tape-of.js";

type Line = readonly [at: number, by: MemberId, signal: Signal];

const joins = (at: number, by: MemberId, name: string): Line => [
  at,
  by,
  { type: "member.join", profile: { user: name, name, color: "red", role: "writer" } },
];
const begins = (at: number, by: MemberId, count: number): Line => {
  const { points: _, ...shape } = ink(idOf(count, by));
  return [at, by, { type: "ink.begin", shape }];
};
const PAGE_TWO: Signal = { type: "page.add", id: "p2" as PageId, name: "Page 2", order: "a1" };

/** A recording that is narrated, and what is said. */
async function told(...lines: readonly Line[]) {
  const log = lines.map(([at, by, signal], index): Entry => {
    const seq = (index + 1) as Seq;
    return { seq, at: (START + at) as Millis, by, clientSeq: seq, signal };
  });
  const set = stage(tapeOf(log, { blocks: [], keyframes: [] }));
  await set.settle();
  const page = createStore<PageId>(FIRST_PAGE);
  const said: string[] = [];
  const { player, clock } = set;
  const view = { page, custom: new CustomShapes([]) };
  const end = narrate({ player, view, clock, messages: ENGLISH, say: (text) => said.push(text) });
  player.play();
  return { ...set, page, said, end };
}

test("what happens in a while is said in one go, and once", async () => {
  const { advance, said } = await told(
    joins(0, ANN, "Ann"),
    joins(10, BEN, "Ben"),
    begins(500, ANN, 1),
    begins(900, ANN, 2),
    [1200, BEN, { type: "shape.add", shape: note(idOf(1, BEN), { text: "" }) }],
    [1900, BEN, { type: "shape.set", id: idOf(1, BEN), props: { text: "Buy milk" } }],
    [9000, BEN, { type: "member.leave" }],
  );
  await advance(GATHER_MS + 200);
  expect(said).toEqual(["Ben comes in. Ann draws. Ben adds: Sticky note “Buy milk”"]);
  await advance(9500);
  expect(said.slice(1)).toEqual(["Ben leaves"]);
});

test("who draws on and on is not told again and again", async () => {
  const strokes = Array.from({ length: 20 }, (_, index) => begins(1000 + index * 1000, ANN, index));
  const { advance, said } = await told(joins(0, ANN, "Ann"), ...strokes);
  await advance(REPEAT_MS);
  expect(said).toEqual(["Ann draws"]);
  await advance(8000);
  expect(said).toEqual(["Ann draws", "Ann draws"]);
});

test("a page that is shown is told, the last of several", async () => {
  const { advance, said, page } = await told(
    joins(0, ANN, "Ann"),
    [500, ANN, PAGE_TWO],
    [6000, ANN, { type: "cursor", cursor: null }],
  );
  await advance(600);
  page.set("p2" as PageId);
  page.set(FIRST_PAGE);
  page.set("p2" as PageId);
  await advance(GATHER_MS);
  expect(said).toEqual(["Ann adds a page: Page 2. Now on Page 2"]);
});

test("what is jumped over is not told, nor what was about to be", async () => {
  const { advance, said, player } = await told(joins(0, ANN, "Ann"), begins(500, ANN, 1), begins(9000, ANN, 2));
  await advance(1000);
  await player.seek(8000);
  await advance(500);
  expect(said).toEqual([]);
});

test("nothing is said, and no timer waits, after its end", async () => {
  const { advance, said, end, player, clock } = await told(joins(0, ANN, "Ann"), begins(500, ANN, 1));
  await advance(700);
  player.close();
  end();
  expect(clock.waiting).toBe(0);
  await advance(GATHER_MS);
  expect(said).toEqual([]);
});
