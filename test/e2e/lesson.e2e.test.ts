import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EMPTY_BOARD } from "../../src/board/board.js";
import { shapesOf } from "../../src/board/leaves.js";
import { plainBoard } from "../../src/board/plain.js";
import { reduce } from "../../src/board/reduce.js";
import { INK_STRIDE, type InkPoints, type InkSample } from "../../src/signal/ink.js";
import { pointsOf, type InkShape } from "../../src/signal/shape.js";
import type { BlockRef } from "../../src/tape/timeline.js";
import { loadParts } from "../../stories/lesson/strokes.js";
import { chromiumArgs, findChromium } from "../browser/chromium.mjs";
import { Participant, type Picture } from "./support/participant.js";
import { recordedEntries, timelineOf } from "./support/recorded.js";
import { inktape, ServerProcess } from "./support/server.js";

const ROOM = "cell-biology";
const STROKES_EACH = 14;
/** Before these of her strokes' ends Ada holds the pen still and everybody looks; at the second the server dies. */
const CRASH_AT = 7;

const strokesOf = (name: "ada" | "ben") =>
  loadParts()
    .filter((part) => part.by === name && part.page === 1)
    .flatMap((part) => part.strokes)
    .filter((stroke) => stroke.length >= 12)
    .slice(0, STROKES_EACH);

const isoOf = (picture: Picture) => new Date(picture.time).toISOString();
const pressuresOf = (points: InkPoints) => new Set(points.filter((_, index) => index % INK_STRIDE === 3));
const middleOf = (stroke: readonly InkSample[]) => Math.floor(stroke.length / 2);
const lastOf = (stroke: readonly InkSample[]) => stroke[stroke.length - 1] as InkSample;

describe("a lesson that two people draw and a third watches, with a server that dies in the middle", () => {
  let server: ServerProcess;
  let browser: Browser;
  let ada: Participant;
  let ben: Participant;
  let watcher: Participant;
  const pictures: Picture[] = [];

  const quiet = async () => {
    await Promise.all([ada.settled(), ben.settled()]);
    const seq = Math.max(await ada.seq(), await ben.seq());
    await Promise.all([ada, ben, watcher].map((someone) => someone.reached(seq)));
  };
  const look = async () => {
    await quiet();
    pictures.push(await watcher.picture());
  };

  beforeAll(async () => {
    server = await ServerProcess.start("--quiet", "2");
    const executablePath = findChromium();
    browser = await chromium.launch({ args: [...chromiumArgs], ...(executablePath && { executablePath }) });
    const arrive = (name: string) => Participant.arrive(browser, name);
    [ada, ben, watcher] = await Promise.all([arrive("Ada"), arrive("Ben"), arrive("Wen")]);
    for (const someone of [ada, ben, watcher]) await someone.open(`${server.url}/room/${ROOM}`);
    await watcher.startSeeing();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  test("everybody ends with the same board, and what was seen or acknowledged is in the log once", async () => {
    const [adas, bens] = [strokesOf("ada"), strokesOf("ben")];
    await look();
    for (let index = 0; index < STROKES_EACH; index++) {
      const [hers, his] = [adas[index] as InkSample[], bens[index] as InkSample[]];
      await Promise.all([
        ada.drawTo(hers.slice(0, middleOf(hers)), { isDown: false }),
        ben.drawTo(his, { isDown: false }).then(() => ben.lift(lastOf(his))),
      ]);
      if (index === CRASH_AT) {
        await server.kill();
        await ada.drawTo(hers.slice(middleOf(hers), -2), { isDown: true });
        await server.start();
        await quiet();
        expect(await Promise.all([ada, ben, watcher].map((someone) => someone.state()))).toEqual([
          "online",
          "online",
          "online",
        ]);
        await ada.drawTo(hers.slice(-2), { isDown: true });
      } else {
        await look();
        await ada.drawTo(hers.slice(middleOf(hers)), { isDown: true });
      }
      await ada.lift(lastOf(hers));
      if (index % 2 === 0) await look();
    }
    await quiet();

    const entries = await recordedEntries(server.url, ROOM);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
    for (const member of new Set(entries.map(({ by }) => by))) {
      const counts = entries
        .filter(({ by, clientSeq }) => by === member && clientSeq > 0)
        .map((entry) => entry.clientSeq);
      expect(counts).toEqual(counts.map((_, index) => index + 1));
    }
    const seen = await watcher.seen();
    const logged = entries.slice((seen[0]?.seq ?? 0) - 1, seen.at(-1)?.seq);
    expect(seen).toEqual(logged.map(({ seq, by, clientSeq }) => ({ seq, by, clientSeq })));

    const strokes = [...shapesOf(reduce(EMPTY_BOARD, entries))] as InkShape[];
    expect(strokes).toHaveLength(2 * STROKES_EACH);
    for (const stroke of strokes) expect(pressuresOf(pointsOf(stroke)).size).toBeGreaterThan(1);

    const board = plainBoard(reduce(EMPTY_BOARD, entries.slice(0, await watcher.seq())));
    expect(await watcher.board()).toEqual(board);
    expect(await ada.board()).toEqual(board);
    expect(await ben.board()).toEqual(board);
  });

  /** Plays the room on a server, from here to there and back, and compares with what the watcher saw. */
  const expectSamePictures = async (url: string) => {
    expect(pictures.length).toBeGreaterThanOrEqual(20);
    const viewer = await Participant.arrive(browser, "Vera");
    await viewer.open(`${url}/replay/${ROOM}`);
    const shuffled = pictures.map((picture, index) => ({ picture, key: (index * 7) % pictures.length }));
    for (const { picture } of shuffled.sort((a, b) => a.key - b.key)) {
      const replayed = await viewer.pictureAt(picture.time);
      expect(replayed.seq).toBe(picture.seq);
      expect(replayed.board).toEqual(picture.board);
      expect(replayed.png.equals(picture.png), `the pixels at entry ${picture.seq}`).toBe(true);
    }
    await viewer.leave();
  };
  /** Waits until the room is quiet and its whole tape in sealed blocks. */
  const sealed = async () => {
    let blocks: readonly BlockRef[] = [];
    const isSealed = async () => {
      ({ blocks } = await timelineOf(server.url, ROOM));
      return blocks.every(({ parts }) => parts !== null);
    };
    await expect.poll(isSealed, { timeout: 30_000 }).toBe(true);
    return blocks;
  };

  test("the replay shows at every instant the board and the pixels that the watcher saw then", async () => {
    await expectSamePictures(server.url);
    expect(new Set(pictures.map(({ png }) => png.toString("base64"))).size).toBe(pictures.length);
  });

  test("and does so from sealed blocks, and from blocks that were sealed again, longer", async () => {
    const short = await sealed();
    await expectSamePictures(server.url);
    const more = strokesOf("ada").at(-1) as InkSample[];
    await ada.drawTo(more, { isDown: false });
    await ada.lift(lastOf(more));
    await look();
    const long = await sealed();
    expect(long).toHaveLength(short.length);
    expect(long.at(-1)?.first).toBe(short.at(-1)?.first);
    expect(long.at(-1)?.last).toBeGreaterThan(short.at(-1)?.last ?? 0);
    await expectSamePictures(server.url);
  });

  test("and from a file that was exported, and imported somewhere else", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "inktape-e2e-file-"));
    const file = path.join(folder, "lesson.inktape");
    await inktape("export", "--room", ROOM, "--data", server.data, file);
    await inktape("verify", file);
    await inktape("import", file, "--room", ROOM, "--data", path.join(folder, "data"));
    const elsewhere = await ServerProcess.over(path.join(folder, "data"));
    try {
      await expectSamePictures(elsewhere.url);
      expect(await recordedEntries(elsewhere.url, ROOM)).toEqual(await recordedEntries(server.url, ROOM));
    } finally {
      await elsewhere.dispose();
      await rm(folder, { recursive: true, force: true });
    }
  });

  test("a range begins with all that was there before and ends where it says", async () => {
    const [from, to] = [pictures[5] as Picture, pictures[9] as Picture];
    const viewer = await Participant.arrive(browser, "Vera");
    await viewer.open(`${server.url}/replay/${ROOM}?from=${isoOf(from)}&to=${isoOf(to)}`);
    expect(await viewer.shownBoard()).toEqual(from.board);
    await viewer.playToEnd();
    expect(await viewer.shownBoard()).toEqual(to.board);
    await viewer.leave();
  });

  test("without a range the whole room plays to the end of its last activity", async () => {
    await Promise.all([ada.leave(), ben.leave(), watcher.leave()]);
    await server.interrupt();
    await server.start();
    const viewer = await Participant.arrive(browser, "Vera");
    await viewer.open(`${server.url}/replay/${ROOM}`);
    expect((await viewer.shownBoard()) as object).toMatchObject({ branches: [] });
    await viewer.playToEnd();
    const entries = await recordedEntries(server.url, ROOM);
    expect(await viewer.shownBoard()).toEqual(plainBoard(reduce(EMPTY_BOARD, entries)));
    await viewer.leave();
  });
});
