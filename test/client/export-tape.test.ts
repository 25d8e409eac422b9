import { expect, test } from "vitest";
import { FIRST_PAGE } from "../../src/board/board.js";
import { shapesOf } from "../../src/board/leaves.js";
import { plainBoard } from "../../src/board/plain.js";
import { exportTape } from "../../src/client/export-tape.js";
import { InktapeError } from "../../src/signal/errors.js";
import type { Entry } from "../../src/signal/entry.js";
import { type Millis, type Seq } from "../../src/signal/ids.js";
import type { Shape } from "../../src/signal/shape.js";
import type { Signal } from "../../src/signal/signal.js";
import { boardAt } from "../../src/tape/board-at.js";
import { openTapeFile } from "../../src/tape/file/open.js";
import { bytesReader } from "../../src/tape/file/ranges.js";
import { tapeFile } from "../../src/transport/file/index.js";
import { rectangle } from "../board/log.js";
import { lessonLog } from "../tape/lesson.js";
import { tapeOf } from "../tape/tape-of.js";

const lesson = lessonLog({ strokes: 8, members: 2 });
const [PICTURE, PAPER, LOST] = ["a".repeat(64), "b".repeat(64), "c".repeat(64)];

/** The lesson, then a picture that comes and goes, and pages with papers. */
const log: readonly Entry[] = [
  ...lesson,
  ...(
    [
      { type: "shape.add", shape: { ...rectangle(900), kind: "image", asset: PICTURE } as unknown as Shape },
      { type: "shapes.remove", ids: [rectangle(900).id] },
      { type: "page.paper", id: FIRST_PAGE, paper: { color: "", pattern: "plain", asset: LOST, w: 10, h: 10 } },
      { type: "page.paper", id: FIRST_PAGE, paper: { color: "", pattern: "plain", asset: PAPER, w: 10, h: 10 } },
    ] as readonly Signal[]
  ).map((signal, index) => {
    const last = lesson.at(-1)!;
    const seq = (last.seq + 1 + index) as Seq;
    return { ...last, seq, clientSeq: 1000 + index, at: (last.at + 500 * (1 + index)) as Millis, signal };
  }),
];
const source = tapeOf(log, { blocks: [20, log.length - 2], keyframes: [20] });
const bytes = Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 1, 2, 3]);
const assets = {
  get: async (hash: string) => {
    if (hash === LOST) throw new InktapeError("not-found", "It is gone.");
    return { mediaType: "image/png", bytes };
  },
};

test("a recording is one file that plays the same, with every picture that was ever on the board", async () => {
  const missing: string[] = [];
  const file = await exportTape({ source, assets, onMissing: (names) => missing.push(...names) });
  const tape = tapeFile({ src: file });
  for (const { at } of [log[5]!, log[30]!, log.at(-1)!]) {
    expect(plainBoard(await boardAt(tape, at))).toEqual(plainBoard(await boardAt(source, at)));
  }
  expect(missing).toEqual([LOST]);
  await expect(tape.assets.get(LOST)).rejects.toMatchObject({ code: "not-found" });
  const opened = await openTapeFile(bytesReader(new Uint8Array(await file.arrayBuffer())));
  expect(opened.assets.map(({ hash }) => hash).toSorted()).toEqual([PICTURE, PAPER]);
  expect(await opened.asset(PICTURE)).toEqual(bytes);
});

test("a stretch of it begins with the board as it was, and ends where it should", async () => {
  const [from, to] = [log[40]!.at, log[60]!.at];
  const tape = tapeFile({ src: await exportTape({ source, from, to }) });
  const { stretches } = await tape.timeline();
  expect(stretches[0]!.from).toBeGreaterThanOrEqual(from);
  expect(stretches.at(-1)!.to).toBe(to);
  expect([...shapesOf(await boardAt(tape, to))]).toEqual([...shapesOf(await boardAt(source, to))]);
});

test("it can be stopped", async () => {
  const signal = AbortSignal.abort(new Error("Enough."));
  await expect(exportTape({ source, signal })).rejects.toThrow("Enough.");
});
