import { expect, test } from "vitest";
import type { Entry } from "../../src/signal/entry.js";
import type { MemberId, Millis, Seq } from "../../src/signal/ids.js";
import type { SignalBatch, Welcome } from "../../src/signal/protocol.js";
import { Caller } from "../../src/testing/caller.js";
import { marker } from "../../src/testing/samples.js";
import type { ConnectionEvents, Transport } from "../../src/transport/transport.js";

const WELCOME: Welcome = { member: 7 as MemberId, role: "writer", clientSeq: 4, now: 0 as Millis, keyframe: null };

/** A transport whose other end is the test itself. */
function scripted() {
  const sent: SignalBatch[] = [];
  let events: ConnectionEvents | null = null;
  const transport: Transport = {
    connect(_, own) {
      events = own;
      return { send: (batch) => void sent.push(batch), close: () => undefined };
    },
    tape() {
      throw new Error("There is no tape here.");
    },
    assets() {
      throw new Error("There are no pictures here.");
    },
    rooms: async () => [],
  };
  const caller = new Caller(transport, "room");
  if (!events) throw new Error("It did not connect.");
  return { caller, sent, events: events as ConnectionEvents };
}

function entry(seq: number, clientSeq: number): Entry {
  return { seq: seq as Seq, at: 1 as Millis, by: WELCOME.member, clientSeq, signal: marker(`${clientSeq}`) };
}

test("waits for what comes later, and finds what has come before", async () => {
  const { caller, events } = scripted();
  const waiting = caller.welcome();
  events.welcome(WELCOME);
  expect(await waiting).toBe(WELCOME);
  expect(await caller.welcome()).toBe(WELCOME);
  const reached = caller.reached(2);
  events.entries([entry(1, 0)]);
  events.entries([entry(2, 0)]);
  await reached;
  expect(caller.seq).toBe(2);
  expect(caller.heard).toEqual(["welcome", "entries", "entries"]);
});

test("numbers what it says on from its welcome, and knows when all of it is back", async () => {
  const { caller, events, sent } = scripted();
  events.welcome(WELCOME);
  caller.say([marker("5"), marker("6")]);
  caller.say([marker("7")]);
  caller.say([marker("6")], 6);
  expect(sent.map(({ first }) => first)).toEqual([5, 7, 6]);
  let isBack = false;
  const back = caller.acknowledged().then(() => (isBack = true));
  events.entries([entry(1, 5), entry(2, 6)]);
  await Promise.resolve();
  expect(isBack).toBe(false);
  events.entries([entry(3, 7)]);
  await back;
  expect(caller.board.seq).toBe(3);
});
