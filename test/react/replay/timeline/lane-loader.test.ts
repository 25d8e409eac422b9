import { expect, test } from "vitest";
import { createLaneLoader } from "../../../../src/react/replay/timeline/lane-loader.js";
import { blockKey } from "../../../../src/tape/parts.js";
import { logAt, steps } from "../../../player/stage.js";
import { tapeOf } from "../../../tape/tape-of.js";

const log = logAt(steps(1000, 100));
const settle = async () => {
  for (let hop = 0; hop < 400; hop += 1) await Promise.resolve();
};

test("blocks are fetched one after another, only by what tells who did what, and each once", async () => {
  const tape = tapeOf(log, { blocks: steps(20, 50), keyframes: [] });
  const loader = createLaneLoader(tape);
  const blocks = tape.index.blocks.slice(4, 16);
  loader.want(blocks);
  await settle();
  expect([...loader.loaded.get().keys()]).toEqual(blocks.map((ref) => blockKey(ref)));
  expect(tape.fetched).toEqual(blocks.map((ref) => blockKey(ref, "document")));
  loader.want(blocks);
  await settle();
  expect(tape.fetched).toHaveLength(blocks.length);
});

test("what is not wanted any more is not fetched, and what is damaged has nothing", async () => {
  const tape = tapeOf(log, { blocks: steps(20, 50), keyframes: [] });
  const [first, second] = tape.index.blocks;
  if (!first || !second) throw new Error("The tape has no two blocks.");
  tape.parts.set(blockKey(second, "document"), new Uint8Array(20));
  const loader = createLaneLoader(tape);
  loader.want(tape.index.blocks);
  loader.want([second]);
  await settle();
  expect([...loader.loaded.get()]).toEqual([[blockKey(second), { authors: [], times: [] }]]);
  expect(tape.fetched).toEqual([blockKey(first, "document"), blockKey(second, "document")]);
  loader.close();
});
