import { describe, expect, test } from "vitest";
import type { Entry } from "../../src/signal/entry.js";
import { InktapeError } from "../../src/signal/errors.js";
import { roomId, type Millis } from "../../src/signal/ids.js";
import { encodeBlock } from "../../src/tape/encode-block.js";
import type { TapeSource } from "../../src/tape/tape-source.js";
import { timelineOf } from "../../src/tape/timeline-of.js";
import { foldTo } from "../tape/tape-of.js";
import { logAt, stage, START } from "./stage.js";

const at = (ms: number) => (START + ms) as Millis;

/** A room that is live: entries come in, none is sealed yet. */
class LiveRoom implements TapeSource {
  entries: Entry[] = [];
  isLive = true;
  isReachable = true;
  asked = 0;

  constructor(readonly all: readonly Entry[]) {}

  /** Lets everything happen up to that time. */
  until(ms: number): void {
    this.entries = this.all.filter((entry) => entry.at <= at(ms));
  }

  async timeline() {
    this.asked++;
    if (!this.isReachable) throw new InktapeError("offline", "Out of reach.");
    const now = this.entries.at(-1)?.at ?? at(0);
    const { isLive, entries } = this;
    return timelineOf({ room: roomId("live"), created: at(0), now, isLive, infos: [], keyframes: [], tail: entries });
  }

  async block({ first, last }: { first: number; last: number }) {
    return encodeBlock(this.entries.slice(first - 1, last));
  }

  part(): Promise<Uint8Array> {
    return Promise.reject(new InktapeError("not-found", "None is sealed."));
  }

  keyframe(): Promise<Uint8Array> {
    return Promise.reject(new InktapeError("not-found", "There is none."));
  }
}

const log = logAt([0, 500, 1000, 1500, 2000, 2500, 3000, 3500]);

async function playingLive(options = {}) {
  const room = new LiveRoom(log);
  room.until(1000);
  const set = stage(room, options);
  await set.settle();
  return { ...set, room };
}

describe("a player of a room that is live", () => {
  test("plays to the edge, waits there, and goes on when more happened", async () => {
    const { player, advance, room } = await playingLive();
    expect(player.state.get()).toMatchObject({ isLive: true, duration: 1000 });
    player.play();
    await advance(1200);
    expect(player.state.get().status).toBe("waiting");
    expect(player.frame.get().wall).toBe(at(1000));
    room.until(2500);
    await advance(1100);
    expect(player.state.get().duration).toBe(2500);
    await advance(1600);
    expect(player.frame.get().wall).toBe(at(2500));
    expect(player.frame.get().board).toEqual(foldTo(log, at(2500)));
  });

  test("hands out the entries of the edge once each", async () => {
    const { player, advance, room } = await playingLive();
    const seen: number[] = [];
    player.onEntries((entries) => seen.push(...entries.map(({ seq }) => seq)));
    player.play();
    for (const ms of [1000, 1500, 2500, 3000, 3500]) {
      room.until(ms);
      await advance(2200);
    }
    expect(seen).toEqual([2, 3, 4, 5, 6, 7, 8]);
  });

  test("asks for the index once a second, playing or not, until the room is quiet", async () => {
    const { player, advance, room, clock } = await playingLive();
    await advance(3050);
    expect(room.asked).toBe(4);
    player.play();
    await advance(5050);
    expect(room.asked).toBe(9);
    player.pause();
    room.isLive = false;
    await advance(3050);
    expect(room.asked).toBe(10);
    expect(clock.waiting).toBe(0);
  });

  test("sees the room grow while it is paused", async () => {
    const { player, advance, room } = await playingLive();
    room.until(2500);
    await advance(1100);
    expect(player.state.get()).toMatchObject({ status: "paused", duration: 2500 });
    expect(player.frame.get().position).toBe(0);
  });

  test("ends when the room fell quiet, and asks no more", async () => {
    const { player, advance, room, clock } = await playingLive();
    player.play();
    await advance(2000);
    room.isLive = false;
    await advance(1100);
    expect(player.state.get()).toMatchObject({ status: "ended", isLive: false });
    expect(clock.waiting).toBe(0);
  });

  test("may go back while it waits, and comes to the edge again", async () => {
    const { player, advance } = await playingLive();
    player.play();
    await advance(1200);
    await player.seek(300);
    expect(player.state.get().status).toBe("playing");
    await advance(800);
    expect(player.state.get().status).toBe("waiting");
  });

  test("waits in an empty room for the first thing to happen", async () => {
    const room = new LiveRoom(log);
    const { player, settle, advance } = stage(room);
    player.play();
    await settle();
    expect(player.state.get()).toMatchObject({ status: "waiting", isEmpty: true, isLive: true });
    room.until(500);
    await advance(1600);
    expect(player.state.get()).toMatchObject({ isEmpty: false, duration: 500 });
    expect(player.frame.get().wall).toBe(at(500));
  });

  test("goes on when the index does not come for a while", async () => {
    const { player, advance, room } = await playingLive();
    player.play();
    room.isReachable = false;
    await advance(3100);
    expect(player.state.get()).toMatchObject({ status: "waiting", error: null });
    room.isReachable = true;
    room.until(3500);
    await advance(1100);
    expect(player.state.get().duration).toBe(3500);
  });

  test("with an end that has passed follows nothing", async () => {
    const { player, advance, room } = await playingLive({ to: at(800) });
    expect(player.state.get()).toMatchObject({ isLive: false, duration: 800 });
    player.play();
    await advance(2000);
    expect(player.state.get().status).toBe("ended");
    expect(room.asked).toBe(1);
  });
});
