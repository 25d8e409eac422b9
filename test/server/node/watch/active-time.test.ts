import { expect, test } from "vitest";
import { virtualClock } from "../../../../src/clock/virtual.js";
import { ActiveTime } from "../../../../src/server/node/watch/active-time.js";
import { roomId } from "../../../../src/signal/ids.js";

const ROOM = roomId("room");
const byRecording = (_: unknown, isRecording: boolean) => (isRecording ? "recorded" : "unrecorded");

test("time is counted while a span is open, and to the class that holds then", () => {
  const clock = virtualClock(0);
  const active = new ActiveTime(clock, byRecording);
  active.begin(ROOM, false);
  clock.advance(1000);
  expect(active.seconds()).toEqual({ unrecorded: 1 });
  active.begin(ROOM, true);
  clock.advance(2500);
  active.end(ROOM);
  clock.advance(9000);
  expect(active.seconds()).toEqual({ unrecorded: 1, recorded: 2.5 });
});

test("rooms are added up, and the end of a span that never began is none", () => {
  const clock = virtualClock(0);
  const active = new ActiveTime(clock, byRecording);
  active.end(ROOM);
  for (const name of ["a", "b", "c"]) active.begin(roomId(name), true);
  clock.advance(1000);
  expect(active.seconds()).toEqual({ recorded: 3 });
});

test("more classes than can be listed are one", () => {
  const clock = virtualClock(0);
  const active = new ActiveTime(clock, (room) => room);
  for (let count = 0; count < 60; count++) active.begin(roomId(`room-${count}`), true);
  clock.advance(1000);
  const seconds = active.seconds();
  expect(Object.keys(seconds)).toHaveLength(51);
  expect(seconds).toMatchObject({ "room-0": 1, other: 10 });
});
