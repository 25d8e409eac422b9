import { describe, expect, test } from "vitest";
import type { Millis } from "../../src/signal/ids.js";
import { boardAt } from "../../src/tape/board-at.js";
import { logAt, START, steps } from "../player/stage.js";
import { foldTo, tapeOf } from "./tape-of.js";

const log = logAt(steps(1000, 100));
const tape = () => tapeOf(log, { blocks: steps(20, 50), keyframes: steps(9, 100).slice(1) });
const at = (ms: number) => (START + ms) as Millis;

describe("the board at a moment of a tape", () => {
  test("is fetched with one keyframe and the blocks after it", async () => {
    const source = tape();
    expect(await boardAt(source, at(66_050))).toEqual(foldTo(log, at(66_050)));
    expect(source.fetched).toEqual(["keyframe 600", "document 601-650", "document 651-700"]);
  });

  test("is refused where the tape is damaged", async () => {
    const source = tape();
    source.parts.set("document 601-650", new Uint8Array(20));
    await expect(boardAt(source, at(66_050))).rejects.toMatchObject({ code: "tape-damaged" });
  });

  test("is not waited for after an abort", async () => {
    const stop = new AbortController();
    const source = { ...tape(), keyframe: () => Promise.reject(stop.signal.reason) };
    stop.abort();
    await expect(boardAt(source, at(66_050), { signal: stop.signal })).rejects.toMatchObject({ name: "AbortError" });
  });
});
