import { describe, expect, test } from "vitest";
import type { Entry } from "../../../src/signal/entry.js";
import type { Millis } from "../../../src/signal/ids.js";
import { roomId } from "../../../src/signal/ids.js";
import { boardAt } from "../../../src/tape/board-at.js";
import { buildTape } from "../../../src/tape/build.js";
import { openTapeFile } from "../../../src/tape/file/open.js";
import { TapeReader } from "../../../src/tape/reader.js";
import { fetchPart } from "../../../src/tape/parts.js";
import { lessonLog } from "../lesson.js";
import { foldTo, tapeOf } from "../tape-of.js";
import { fileOf, fileOfPieces, noting } from "./files.js";

/** The first picture of a moment, without ink that is far off. */
async function firstPicture(reader: ReturnType<typeof noting>, wall: Millis) {
  const file = await openTapeFile(reader);
  const boards = new TapeReader(await file.timeline());
  for (;;) {
    const answer = boards.boardAt(wall);
    if (answer.type === "board") return answer.board;
    await Promise.all(answer.parts.map(async (part) => boards.put(part, await fetchPart(file, part))));
  }
}

const log = lessonLog({ strokes: 1500 });
const built = fileOfPieces(buildTape({ room: roomId("lesson"), created: 0 as Millis, start: null, entries: log }));

describe("reads of a file", { timeout: 60_000 }, () => {
  test("are three at most, and few bytes, to the first picture", async () => {
    const { bytes, timeline } = await built;
    expect(timeline.blocks.length).toBeGreaterThan(1);
    expect(bytes.length).toBeGreaterThan(40_000);
    const reader = noting(bytes);
    const { at } = log[0] as Entry;
    expect(await firstPicture(reader, at)).toEqual(foldTo(log, at));
    expect(reader.ranges.length).toBeLessThanOrEqual(3);
    expect(reader.ranges[0]).toEqual({ suffix: 16 * 1024 });
    expect(reader.total).toBeLessThan(64 * 1024);
  });

  test("are one for a file that is no larger than its end", async () => {
    const short = lessonLog({ strokes: 10 });
    const reader = noting(await fileOf(tapeOf(short, { blocks: [50], keyframes: [50] })));
    const file = await openTapeFile(reader);
    for (const { at } of short) expect(await boardAt(file, at)).toEqual(foldTo(short, at));
    expect(reader.ranges.length).toBe(1);
  });

  test("bring what is asked for at the same moment together, and what is asked for twice once", async () => {
    const parts = lessonLog({ strokes: 600 });
    const cuts = Array.from({ length: 12 }, (_, index) => 500 * (index + 1));
    const reader = noting(await fileOf(tapeOf(parts, { blocks: cuts, keyframes: [] })));
    const file = await openTapeFile(reader);
    const { blocks } = await file.timeline();
    const before = reader.ranges.length;
    const asked = [...blocks, ...blocks].map((ref) => file.part(ref, "document"));
    const documents = await Promise.all(asked);
    expect(reader.ranges.length).toBe(before + 1);
    expect(documents.slice(0, blocks.length)).toEqual(documents.slice(blocks.length));
    documents.forEach((bytes, index) => {
      expect(bytes.length).toBe(blocks[index % blocks.length]?.parts?.document);
    });
  });

  test("that nobody waits for any more are given up, others are not", async () => {
    const bytes = await fileOf(tapeOf(lessonLog({ strokes: 600 }), { blocks: [3000], keyframes: [] }));
    const inner = noting(bytes);
    const signals: AbortSignal[] = [];
    const file = await openTapeFile({
      async read(range, signal) {
        if (signal) signals.push(signal);
        if (!("suffix" in range)) await new Promise((resolve) => setImmediate(resolve));
        signal?.throwIfAborted();
        return inner.read(range);
      },
    });
    const [first, second] = (await file.timeline()).blocks;
    const [one, other] = [new AbortController(), new AbortController()];
    const given = file.part(first!, "ink", one.signal);
    const late = file.part(second!, "ink", other.signal);
    const settled = Promise.allSettled([given, late]);
    await Promise.resolve().then(() => undefined);
    one.abort();
    const [gone, came] = await settled;
    expect(gone.status).toBe("rejected");
    expect(came).toMatchObject({ status: "fulfilled" });
    const last = new AbortController();
    const alone = file.part(first!, "ink", last.signal);
    await Promise.resolve().then(() => undefined);
    last.abort();
    await expect(alone).rejects.toMatchObject({ name: "AbortError" });
    expect(signals.at(-1)?.aborted).toBe(true);
    expect((await file.part(first!, "ink")).length).toBe(first!.parts?.ink);
  });
});
