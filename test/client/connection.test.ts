import { describe, expect, test } from "vitest";

import {
  FIRST_TRY,
  transition,
  type ConnectionEffect,
  type ConnectionEvent,
  type ConnectionPhase,
} from "../../src/client/connection.js";
import { InktapeError } from "../../src/signal/errors.js";

const gone = new InktapeError("offline", "The server is gone.");
const no = new InktapeError("denied", "Not you.");
const lost = (now = 0): ConnectionEvent => ({ type: "lost", error: gone, now });
const denied: ConnectionEvent = { type: "denied", error: no };
const welcomed = (now = 0): ConnectionEvent => ({ type: "welcomed", now });
const stalled: ConnectionEvent = { type: "stalled", error: gone, now: 0 };
const retry: ConnectionEvent = { type: "retry" };
const close: ConnectionEvent = { type: "close" };

/** The phase after events, and all effects on the way. */
function run(...events: readonly ConnectionEvent[]): { phase: ConnectionPhase; effects: ConnectionEffect[] } {
  const effects: ConnectionEffect[] = [];
  let phase: ConnectionPhase = FIRST_TRY;
  for (const event of events) {
    const next = transition(phase, event);
    phase = next.phase;
    effects.push(...next.effects);
  }
  return { phase, effects };
}

test("a welcome makes it online", () => {
  expect(run(welcomed(7))).toEqual({ phase: { state: "online", attempt: 0, since: 7 }, effects: [] });
});

test("a lost connection makes it offline, and it waits for another try", () => {
  expect(run(welcomed(), lost())).toEqual({
    phase: { state: "offline", attempt: 0, error: gone },
    effects: [{ type: "wait", attempt: 0 }],
  });
});

test("a try that is due connects, and stops the timer in case it was asked for early", () => {
  const { phase, effects } = run(lost(), retry);
  expect(phase).toEqual({ state: "connecting", attempt: 1 });
  expect(effects).toEqual([{ type: "wait", attempt: 0 }, { type: "stop-waiting" }, { type: "connect" }]);
});

test("each try that fails makes the next wait longer", () => {
  const { effects } = run(lost(), retry, lost(), retry, lost());
  expect(effects.filter((effect) => effect.type === "wait").map(({ attempt }) => attempt)).toEqual([0, 1, 2]);
});

test("a connection that held makes the next wait short again", () => {
  const { phase } = run(lost(), retry, lost(), retry, welcomed(1000), lost(11_000));
  expect(phase).toMatchObject({ state: "offline", attempt: 0 });
});

test("a connection that broke right after its welcome does not", () => {
  const { phase } = run(lost(), retry, lost(), retry, welcomed(1000), lost(10_999));
  expect(phase).toMatchObject({ state: "offline", attempt: 2 });
});

test.each<[string, ConnectionEvent[], ConnectionEffect]>([
  ["connecting", [], { type: "hang-up" }],
  ["online", [welcomed()], { type: "hang-up" }],
  ["offline", [lost()], { type: "stop-waiting" }],
])("denied or closed while %s, it lets go of what runs", (_, before, effect) => {
  const count = run(...before).effects.length;
  expect(run(...before, denied).phase).toEqual({ state: "denied", error: no });
  expect(run(...before, denied).effects.slice(count)).toEqual([effect]);
  expect(run(...before, close).phase).toEqual({ state: "closed" });
  expect(run(...before, close).effects.slice(count)).toEqual([effect]);
});

describe("denied and closed are for good", () => {
  test.each([welcomed(), lost(), stalled, denied, retry])("after a close, $type changes nothing", (event) => {
    expect(run(close, event)).toEqual(run(close));
  });

  test.each([welcomed(), lost(), stalled, retry])("after a denial, $type changes nothing", (event) => {
    expect(run(denied, event)).toEqual(run(denied));
  });

  test("what was denied can still be closed", () => {
    expect(run(denied, close).phase).toEqual({ state: "closed" });
  });
});

test("a line that is open and dead is hung up, and another is tried", () => {
  expect(run(welcomed(), stalled)).toEqual({
    phase: { state: "offline", attempt: 0, error: gone },
    effects: [{ type: "hang-up" }, { type: "wait", attempt: 0 }],
  });
});

test("only an open line can stand still", () => {
  expect(run(stalled)).toEqual(run());
  expect(run(lost(), stalled)).toEqual(run(lost()));
});

test("a retry changes nothing while it is connecting or online", () => {
  expect(run(retry)).toEqual({ phase: FIRST_TRY, effects: [] });
  expect(run(welcomed(), retry)).toEqual(run(welcomed()));
});

test("a second loss and a late welcome change nothing while it is offline", () => {
  expect(run(lost(), lost())).toEqual(run(lost()));
  expect(run(lost(), welcomed())).toEqual(run(lost()));
});
