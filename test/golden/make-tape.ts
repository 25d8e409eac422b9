import { existsSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { EMPTY_BOARD } from "../../src/board/board.js";
import { reduce } from "../../src/board/reduce.js";
import { TAPE_VERSION } from "../../src/tape/envelope.js";
import { tapeOf } from "../tape/tape-of.js";
import { boardDigest } from "./board-digest.js";
import { GOLDEN_LOG } from "./golden-log.js";

// Makes the golden tape of the present format version. See README.md.

const [about = ""] = process.argv.slice(2);
const file = fileURLToPath(new URL(`tape-v${TAPE_VERSION}${about && `-${about}`}.json`, import.meta.url));
if (existsSync(file)) {
  throw new Error(
    `${file} is there already, and a golden tape never changes: raise TAPE_VERSION, or name the new codec.`,
  );
}

const seqOf = (on: boolean, from: number) =>
  GOLDEN_LOG.find(({ seq, signal }) => seq > from && signal.type === "recording.set" && signal.on === on)?.seq ?? 0;
const start = seqOf(true, 0);
const stop = seqOf(false, start);
const again = seqOf(true, stop);

const { index, parts } = tapeOf(GOLDEN_LOG, {
  blocks: [start - 1, 15, stop, again - 1, again + 5],
  // One in the middle of a stroke, and one before each stretch that is recorded.
  keyframes: [start - 1, 15, again - 1, again + 5],
  unrecorded: [start - 1, again - 1],
});
const boards = GOLDEN_LOG.filter(({ seq }) => (seq >= start && seq <= stop) || seq >= again).map(({ seq, at }) => ({
  seq,
  at,
  digest: boardDigest(reduce(EMPTY_BOARD, GOLDEN_LOG.slice(0, seq))),
}));
const base64 = [...parts].map(([name, bytes]) => [name, Buffer.from(bytes).toString("base64")]);
writeFileSync(file, `${JSON.stringify({ index, parts: Object.fromEntries(base64), boards }, null, 2)}\n`);
