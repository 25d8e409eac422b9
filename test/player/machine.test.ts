import { describe, expect, test } from "vitest";
import { InktapeError } from "../../src/signal/errors.js";
import { roomId, type Millis } from "../../src/signal/ids.js";
import { transition } from "../../src/player/machine.js";
import type { MachineEvent } from "../../src/player/machine-events.js";
import { initialState, positionAt, type MachineState, type Phase } from "../../src/player/machine-state.js";
import type { Timeline } from "../../src/tape/timeline.js";

/** The index of a tape on which something happens from 0 to `end` without a pause. */
const index = (end: number | null, isLive = false): Timeline => ({
  room: roomId("r"),
  created: 0 as Millis,
  now: (end ?? 0) as Millis,
  isLive,
  blocks: [],
  keyframes: [],
  stretches: end === null ? [] : [{ from: 0 as Millis, to: end as Millis }],
  markers: [],
  members: [],
});

const came = (end: number | null, isLive = false): MachineEvent => ({
  type: "index",
  timeline: index(end, isLive),
  now: 50,
});

/** Feeds events to a new machine; the effects of the last one come out. */
function after(...events: readonly MachineEvent[]): { state: MachineState; phase: Phase; effects: string[] } {
  let state = initialState({ from: undefined, to: undefined }, 2000);
  let effects: string[] = [];
  for (const event of events) {
    const step = transition(state, event);
    state = step.state;
    effects = step.effects.map(({ type }) => type);
  }
  return { state, phase: state.phase, effects };
}

const play = (now = 100): MachineEvent => ({ type: "play", now });
const pause = (now = 100): MachineEvent => ({ type: "pause", now });
const shown = (now = 100): MachineEvent => ({ type: "shown", now });
const frame = (now: number): MachineEvent => ({ type: "frame", now });
const starved = (now: number): MachineEvent => ({ type: "starved", now });
const seek = (position: number): MachineEvent => ({ type: "seek", target: { position } });
const step = (by: 1 | -1, now = 100): MachineEvent => ({ type: "step", by, now });
const stop = (wall: number | "none"): MachineEvent => ({ type: "stop", wall: wall as Millis | "none" });
const loop = (from: number, to: number): MachineEvent => ({ type: "loop", loop: { from, to }, now: 100 });
const hidden = (isHidden: boolean, now: number): MachineEvent => ({ type: "hidden", isHidden, now });
const error = new InktapeError("not-found", "No.");
const failed: MachineEvent = { type: "fail", error };
const close: MachineEvent = { type: "close" };

/** Playing since 100, from 0, on a tape of 1000 ms. */
const playing = [came(1000), shown(), play(), shown(100)] as const;
/** At the edge of a live tape of 1000 ms. */
const atEdge = [came(1000, true), shown(), play(), shown(100), frame(1100), shown(1100)] as const;

describe("the machine of a player", () => {
  test.each<[string, readonly MachineEvent[], object, readonly string[]]>([
    [
      "shows the first picture when the index comes",
      [came(1000)],
      { name: "paused", position: 0, isShown: false },
      ["rest", "look"],
    ],
    [
      "plays when it was asked to before the index came",
      [play(), came(1000)],
      { name: "buffering", position: 0 },
      ["rest", "look"],
    ],
    [
      "does not when that was taken back",
      [play(), pause(), came(1000)],
      { name: "paused", position: 0 },
      ["rest", "look"],
    ],
    [
      "begins where it was sought to before the index came",
      [seek(300), came(1000)],
      { name: "paused", position: 300 },
      ["rest", "look"],
    ],
    ["fails without an index", [{ type: "indexFailed", error }], { name: "failed", error }, ["rest"]],
    [
      "asks for the index again when it is played then",
      [failed, play()],
      { name: "opening", wantsPlay: true },
      ["fetchIndex"],
    ],
    ["is empty when nothing was recorded", [came(null)], { name: "empty" }, []],
    ["looks again when that may change", [came(null, true)], { name: "empty" }, ["poll"]],
    ["stays empty whatever is asked", [came(null), play(), seek(5), pause()], { name: "empty", wantsPlay: false }, []],
    [
      "plays once something was recorded",
      [came(null, true), play(), came(500, true)],
      { name: "buffering", position: 0 },
      ["rest", "look", "stopPolling"],
    ],
    ["knows that the first picture is shown", [came(1000), shown()], { name: "paused", isShown: true }, []],
    [
      "looks for the picture before it runs",
      [came(1000), shown(), play()],
      { name: "buffering", position: 0 },
      ["rest", "look"],
    ],
    ["runs once it is shown", playing, { name: "playing", anchor: { position: 0, now: 100 } }, ["run"]],
    [
      "looks for a picture each frame",
      [...playing, frame(116)],
      { name: "playing", anchor: { position: 0, now: 100 } },
      ["look"],
    ],
    [
      "keeps its anchor while pictures are shown",
      [...playing, frame(116), shown(116)],
      { name: "playing", anchor: { position: 0, now: 100 } },
      [],
    ],
    [
      "buffers at what is due when that is not there",
      [...playing, frame(300), starved(300)],
      { name: "buffering", position: 200 },
      ["rest"],
    ],
    [
      "looks again when a part comes",
      [...playing, frame(300), starved(300), { type: "loaded" }],
      { name: "buffering" },
      ["look"],
    ],
    ["does not when nothing is waited for", [...playing, { type: "loaded" }], { name: "playing" }, []],
    [
      "plays on from what was due",
      [...playing, frame(300), starved(300), shown(900)],
      { name: "playing", anchor: { position: 200, now: 900 } },
      ["run"],
    ],
    [
      "pauses where it is",
      [...playing, pause(400)],
      { name: "paused", position: 300, isShown: false },
      ["rest", "look"],
    ],
    [
      "does nothing when it is paused and pauses",
      [came(1000), shown(), pause()],
      { name: "paused", isShown: true },
      [],
    ],
    [
      "does nothing when it plays and is played",
      [...playing, play(200)],
      { name: "playing", anchor: { position: 0, now: 100 } },
      [],
    ],
    [
      "seeks while it is paused",
      [came(1000), shown(), seek(400)],
      { name: "paused", position: 400, isShown: false },
      ["rest", "look"],
    ],
    [
      "seeks while it plays, and plays on",
      [...playing, seek(400), shown(150)],
      { name: "playing", anchor: { position: 400, now: 150 } },
      ["run"],
    ],
    ["seeks no farther than its ends", [came(1000), seek(4000)], { name: "paused", position: 1000 }, ["rest", "look"]],
    [
      "seeks to a wall time",
      [came(1000), { type: "seek", target: { wall: 250 } }],
      { name: "paused", position: 250 },
      ["rest", "look"],
    ],
    ["ends at its end", [...playing, frame(1100), shown(1100)], { name: "ended" }, ["rest"]],
    [
      "begins again when it is played at its end",
      [...playing, frame(1100), shown(1100), play()],
      { name: "buffering", position: 0 },
      ["rest", "look"],
    ],
    [
      "begins again when it is paused at its end and played",
      [came(1000), seek(1000), play()],
      { name: "buffering", position: 0 },
      ["rest", "look"],
    ],
    [
      "is paused when it is sought back from its end",
      [...playing, frame(1100), shown(1100), seek(200)],
      { name: "paused", position: 200 },
      ["rest", "look"],
    ],
    [
      "looks for more while it plays a live room",
      [came(1000, true), shown(), play(), shown(100)],
      { name: "playing" },
      ["run", "poll"],
    ],
    ["waits at the live edge", atEdge, { name: "edge", position: 1000 }, ["rest"]],
    [
      "goes on when the edge moved",
      [...atEdge, came(1500, true)],
      { name: "buffering", position: 1000 },
      ["rest", "look", "stopPolling"],
    ],
    ["waits on when it did not", [...atEdge, came(1000, true)], { name: "edge", position: 1000 }, ["poll"]],
    [
      "looks again when the index did not come",
      [...atEdge, { type: "indexFailed", error }],
      { name: "edge" },
      ["poll"],
    ],
    ["ends when nothing more comes", [...atEdge, came(1000, false)], { name: "ended" }, ["stopPolling"]],
    [
      "stops looking when it is paused at the edge",
      [...atEdge, pause()],
      { name: "paused", position: 1000 },
      ["rest", "look", "stopPolling"],
    ],
    [
      "waits at the edge again when it is played there",
      [...atEdge, pause(), play()],
      { name: "edge", position: 1000 },
      ["poll"],
    ],
    [
      "looks for the stop that is stepped to",
      [...playing, frame(300), step(1, 300)],
      { name: "stepping", position: 200, by: 1 },
      ["rest", "findStop"],
    ],
    [
      "adds steps up",
      [came(1000), shown(), step(1), step(1), step(-1), step(1)],
      { name: "stepping", position: 0, by: 2 },
      ["rest", "findStop"],
    ],
    [
      "is where it was when steps take each other back",
      [came(1000), shown(), step(1), step(-1)],
      { name: "paused", position: 0, isShown: false },
      ["rest", "look"],
    ],
    [
      "goes on to the next stop when there is one more to go",
      [came(1000), shown(), step(1), step(1), stop(300)],
      { name: "stepping", position: 300, by: 1 },
      ["rest", "findStop"],
    ],
    [
      "is paused at the stop",
      [came(1000), shown(), step(1), stop(300)],
      { name: "paused", position: 300, isShown: false },
      ["rest", "look"],
    ],
    [
      "is at its end when there is no further stop",
      [came(1000), shown(), step(1), stop("none")],
      { position: 1000 },
      ["rest", "look"],
    ],
    [
      "is at its start when there is none before",
      [came(1000), seek(400), step(-1), stop("none")],
      { position: 0 },
      ["rest", "look"],
    ],
    [
      "looks for the stop again when a part comes",
      [came(1000), shown(), step(1), { type: "loaded" }],
      { name: "stepping" },
      ["findStop"],
    ],
    [
      "forgets the step when it plays",
      [came(1000), shown(), step(1), play(), stop(300)],
      { name: "buffering", position: 0 },
      [],
    ],
    [
      "shows the end of a loop for a frame",
      [...playing, loop(0, 400), frame(600), shown(600)],
      { name: "playing", anchor: { position: 0, now: 100 } },
      [],
    ],
    [
      "begins the loop again on the next frame, without a rest",
      [...playing, loop(100, 400), frame(600), shown(600), frame(616)],
      { name: "playing", anchor: { position: 100, now: 616 } },
      ["look"],
    ],
    [
      "does not loop at the edge of a live room",
      [came(1000, true), shown(), loop(0, Infinity), play(), shown(100), frame(1100), shown(1100)],
      { name: "edge", position: 1000 },
      ["rest"],
    ],
    [
      "pauses when it is hidden",
      [...playing, frame(300), hidden(true, 300)],
      { name: "paused", position: 200 },
      ["rest", "look"],
    ],
    [
      "plays again when it is seen",
      [...playing, frame(300), hidden(true, 300), hidden(false, 9000)],
      { name: "buffering", position: 200 },
      ["rest", "look"],
    ],
    ["lets go of everything when it is closed", [...playing, close], { name: "closed" }, ["rest", "release"]],
    [
      "does nothing after that",
      [...playing, close, play(), seek(5), came(9000), frame(500), failed],
      { name: "closed" },
      [],
    ],
  ])("%s", (_, events, phase, effects) => {
    const result = after(...events);
    expect(result.phase).toMatchObject(phase);
    expect(result.effects).toEqual(effects);
  });

  test("derives its position from the anchor and the rate, and stops it at the end", () => {
    const { state } = after(...playing, { type: "rate", rate: 4, now: 200 });
    expect(state.phase).toMatchObject({ anchor: { position: 100, now: 200 } });
    expect([200, 300, 1000].map((now) => positionAt(state, now))).toEqual([100, 500, 1000]);
  });

  test("keeps the moment it shows when the idle limit changes", () => {
    const gap: Timeline = {
      ...index(0),
      stretches: [
        { from: 0 as Millis, to: 1000 as Millis },
        { from: 60_000 as Millis, to: 61_000 as Millis },
      ],
    };
    const { state } = after({ type: "index", timeline: gap, now: 0 }, { type: "seek", target: { wall: 60_500 } });
    expect(positionAt(state, 0)).toBe(3500);
    const next = transition(state, { type: "idleLimit", ms: 10_000, now: 0 }).state;
    expect([positionAt(next, 0), next.track?.time.duration]).toEqual([11_500, 12_000]);
  });

  test("does not count time in which no frames came", () => {
    const { state } = after(...playing, frame(300), shown(300), frame(9000));
    expect(positionAt(state, 9000)).toBe(200);
    expect(positionAt(state, 9016)).toBe(216);
  });

  test("does not count it either when something else happens meanwhile", () => {
    const live = [came(1000, true), shown(), play(), shown(100), frame(300), shown(300)] as const;
    const { state } = after(...live, { ...came(5000, true), now: 4000 } as MachineEvent, frame(9000));
    expect(positionAt(state, 9000)).toBe(200);
    expect(after(...live, pause(9000)).phase).toMatchObject({ name: "paused", position: 200 });
  });
});
