import { describe, expect, test } from "vitest";
import { eventsBetween, type Glimpse } from "../../src/player/events-between.js";
import type { PlayerEvent, PlayerEventType } from "../../src/player/player-events.js";
import type { Player } from "../../src/player/player.js";
import { InktapeError } from "../../src/signal/errors.js";
import type { TapeSource } from "../../src/tape/tape-source.js";
import { foldTo, tapeOf } from "../tape/tape-of.js";
import { gated } from "./gated.js";
import { logAt, stage, steps } from "./stage.js";

/** 200 s of an entry every 100 ms, in blocks of 10 s. */
const log = logAt(steps(2001, 100));
const tape = () => tapeOf(log, { blocks: steps(21, 100), keyframes: [400, 800, 1200, 1600] });

const TYPES: readonly PlayerEventType[] = [
  "durationchange",
  "loadeddata",
  "ratechange",
  "seeking",
  "play",
  "pause",
  "timeupdate",
  "seeked",
  "waiting",
  "playing",
  "ended",
  "stalled",
  "error",
];

/** Writes down what a player tells, but for `progress`; gives it out and forgets it. */
function listenTo(player: Player): () => string[] {
  const heard: string[] = [];
  for (const type of TYPES) player.on(type, (event) => heard.push(event.type));
  return () => heard.splice(0);
}

async function opened(source: TapeSource = tape()) {
  const set = stage(source);
  const heard = listenTo(set.player);
  await set.settle();
  return { ...set, heard };
}

describe("what a player tells", () => {
  test("of its beginning", async () => {
    const { heard } = await opened();
    expect(heard()).toEqual(["durationchange", "loadeddata"]);
  });

  test("of play and pause", async () => {
    const { player, advance, heard } = await opened();
    heard();
    player.play();
    expect(heard()).toEqual(["play", "playing"]);
    player.play();
    await advance(100);
    heard();
    player.pause();
    player.pause();
    expect(heard()).toEqual(["timeupdate", "pause"]);
  });

  test("of the time, four times a second, whatever the rate", async () => {
    const { player, advance, heard } = await opened();
    player.setRate(16);
    player.play();
    heard();
    await advance(5000);
    const told = heard();
    expect(told.length).toBeGreaterThanOrEqual(18);
    expect(told.length).toBeLessThanOrEqual(20);
    expect(new Set(told)).toEqual(new Set(["timeupdate"]));
  });

  test("of its end: a pause comes before it", async () => {
    const { player, advance, heard } = await opened();
    await player.seek(199_900);
    player.play();
    heard();
    await advance(200);
    expect(heard()).toEqual(["timeupdate", "pause", "ended"]);
    player.play();
    expect(heard()).toEqual(["seeking", "play", "timeupdate", "seeked", "playing"]);
  });

  test("of a seek at once where it is loaded, and later where it is not", async () => {
    const source = gated(tape());
    const { player, settle, heard } = await opened(source);
    source.openAll();
    await settle();
    heard();
    const read: unknown[] = [];
    player.on("seeked", () => read.push(player.frame.get().board));
    void player.seek(500);
    expect(heard()).toEqual(["seeking", "timeupdate", "seeked"]);
    void player.seek(95_000);
    void player.seek(95_500);
    await settle();
    expect(heard().filter((type) => type !== "timeupdate")).toEqual(["seeking", "seeking"]);
    while (source.waiting().length > 0) {
      source.openAll();
      await settle();
    }
    expect(heard()).toEqual(["timeupdate", "seeked"]);
    expect(read).toEqual([500, 95_500].map((position) => foldTo(log, player.wallAt(position))));
  });

  test("of a step: that it pauses, and that it seeks", async () => {
    const { player, advance, heard } = await opened();
    player.play();
    await advance(1000);
    heard();
    await player.step(1);
    expect(heard()).toEqual(["timeupdate", "pause", "seeking", "timeupdate", "seeked"]);
  });

  test("of waiting and of playing on", async () => {
    const source = gated(tape());
    const { player, settle, advance, heard } = await opened(source);
    source.open("document 1-100");
    await settle();
    player.play();
    await advance(9000);
    heard();
    await advance(2000);
    expect(heard().at(-1)).toBe("waiting");
    source.openAll();
    await settle();
    expect(heard()).toEqual(["playing"]);
  });

  test("of a loop that begins again", async () => {
    const { player, advance, heard } = await opened();
    player.setLoop({ from: 0, to: 1000 });
    player.play();
    await advance(950);
    heard();
    await advance(150);
    expect(heard().filter((type) => type !== "timeupdate")).toEqual(["seeking", "seeked"]);
  });

  test("of the rate, once for each change", async () => {
    const { player, heard } = await opened();
    heard();
    player.setRate(2);
    player.setRate(2);
    expect(heard()).toEqual(["ratechange"]);
  });

  test("of what does not come, and of what cannot be shown", async () => {
    const source = gated(tape());
    const { settle, heard, advance } = await opened(source);
    heard();
    for (const key of source.waiting()) source.fail(key, new TypeError("no network"));
    await settle();
    expect(heard()).toEqual(["stalled"]);
    await advance(1100);
    source.fail(source.waiting()[0] as string, new InktapeError("denied", "Not for you."));
    await settle();
    expect(heard()).toEqual(["error"]);
  });

  test("says where it is", async () => {
    const { player } = await opened();
    const heard: PlayerEvent[] = [];
    player.on("seeked", (event) => heard.push(event));
    await player.seek(700);
    expect(heard).toEqual([{ type: "seeked", position: 700, wall: player.wallAt(700) }]);
  });

  test("comes in order though a listener does something, and to all though one fails", async () => {
    const { player, heard } = await opened();
    heard();
    const fails = player.on("play", () => {
      player.setRate(2);
      throw new Error("mine");
    });
    expect(() => player.play()).toThrow("mine");
    expect(heard()).toEqual(["play", "playing", "ratechange"]);
    fails();
    player.pause();
    player.play();
    expect(heard()).toEqual(["timeupdate", "pause", "play", "playing"]);
  });

  test("is nothing once it is closed", async () => {
    const { player, heard } = await opened();
    heard();
    player.play();
    heard();
    player.close();
    expect(heard()).toEqual([]);
  });
});

test("nothing happened between two glimpses of the same", async () => {
  const { player } = await opened();
  const glimpse: Glimpse = { state: player.state.get(), frame: player.frame.get(), seeks: 0 };
  expect(eventsBetween(glimpse, glimpse, true)).toEqual([]);
  const moved = { ...glimpse, frame: { ...glimpse.frame, position: 5 } };
  expect([eventsBetween(glimpse, moved, true), eventsBetween(glimpse, moved, false)]).toEqual([["timeupdate"], []]);
});
