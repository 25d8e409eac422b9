import { expect, test } from "vitest";
import { decodeBlock } from "../../src/tape/block.js";
import { encodeBlock } from "../../src/tape/encode-block.js";
import { doingsOf } from "../../src/tape/doings.js";
import { openBlock } from "../../src/tape/open-block.js";
import { fetchPart, partsOf } from "../../src/tape/parts.js";
import { trackOf } from "../../src/signal/signal.js";
import { logAt, steps } from "../player/stage.js";
import { tapeOf } from "./tape-of.js";

test("a block tells who did what when by its document part alone", async () => {
  const log = logAt(steps(200, 100)).map((entry, index) => ({ ...entry, by: ((index % 3) + 1) as typeof entry.by }));
  const tape = tapeOf(log, { blocks: [100], keyframes: [] });
  const [, ref] = tape.index.blocks;
  if (!ref) throw new Error("The tape has no second block.");
  const { authors, times } = await doingsOf(tape, ref);
  expect(tape.fetched).toEqual(["document 101-200"]);
  const bytes = await Promise.all(partsOf(ref).map((part) => fetchPart(tape, part)));
  const done = openBlock(ref, bytes).entries.filter(({ signal }) => trackOf(signal) === "document");
  expect([Array.from(authors), Array.from(times)]).toEqual([done.map(({ by }) => by), done.map(({ at }) => at)]);
});

test("so does one that is not sealed yet", async () => {
  const log = logAt(steps(5, 100));
  const bytes = encodeBlock(log);
  expect(decodeBlock(bytes)).toHaveLength(5);
  const tape = tapeOf(log, { blocks: [], keyframes: [] });
  const [sealed] = tape.index.blocks;
  if (!sealed) throw new Error("The tape has no block.");
  const open = { ...tape, block: () => Promise.resolve(bytes) };
  const { authors, times } = await doingsOf(open, { ...sealed, parts: null, bytes: 0 });
  expect([[...Array.from(authors)], Array.from(times)]).toEqual([log.map(({ by }) => by), log.map(({ at }) => at)]);
});
