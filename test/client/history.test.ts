import { expect, test } from "vitest";

import {
  canRedo,
  canUndo,
  closeGesture,
  dropGesture,
  EMPTY_HISTORY,
  nextStep,
  openGesture,
  record,
  stepped,
  type History,
} from "../../src/client/history.js";
import { marker } from "./signals.js";

const step = (...names: string[]) => names.map(marker);
const did = (...names: string[]) =>
  names.reduce<History>((history, name) => record(history, step(name)), EMPTY_HISTORY);

test("the last action is undone first", () => {
  const history = did("a", "b");
  expect(nextStep(history, "undo")).toEqual(step("b"));
  expect(nextStep(stepped(history, "undo", step("B")), "undo")).toEqual(step("a"));
});

test("what was undone can be redone, and undone again", () => {
  const undone = stepped(did("a"), "undo", step("A"));
  expect([canUndo(undone), canRedo(undone), nextStep(undone, "redo")]).toEqual([false, true, step("A")]);
  const redone = stepped(undone, "redo", step("a"));
  expect([canUndo(redone), canRedo(redone), nextStep(redone, "undo")]).toEqual([true, false, step("a")]);
});

test("a new action ends what could be redone, inside a gesture too", () => {
  const undone = stepped(did("a", "b"), "undo", step("B"));
  expect(canRedo(record(undone, step("c")))).toBe(false);
  expect(canRedo(record(openGesture(undone), step("c")))).toBe(false);
});

test("what cannot be taken back is no step, and keeps what can be redone", () => {
  const undone = stepped(did("a"), "undo", step("A"));
  expect(record(undone, [])).toBe(undone);
});

test("a step that leaves nothing to take back is gone", () => {
  const history = stepped(did("a"), "undo", []);
  expect([canUndo(history), canRedo(history)]).toEqual([false, false]);
});

test("a gesture is one step, its last part taken back first", () => {
  const history = closeGesture(record(record(openGesture(did("a")), step("b")), step("c", "d")));
  expect(history.undo).toEqual([step("a"), step("c", "d", "b")]);
});

test("gestures at the same time are one step, from the first opening to the last closing", () => {
  const two = record(openGesture(record(openGesture(EMPTY_HISTORY), step("a"))), step("b"));
  const one = record(closeGesture(two), step("c"));
  expect([one.undo, closeGesture(one).undo]).toEqual([[], [step("c", "b", "a")]]);
});

test("while a gesture is under way nothing is undone", () => {
  const history = record(openGesture(did("a")), step("b"));
  expect([nextStep(history, "undo"), canUndo(history)]).toEqual([undefined, true]);
});

test("a gesture in which nothing was done is no step", () => {
  expect(closeGesture(openGesture(EMPTY_HISTORY))).toEqual(EMPTY_HISTORY);
});

test("200 steps are kept, the newest", () => {
  const history = did(...Array.from({ length: 205 }, (_, index) => `${index}`));
  expect([history.undo.length, history.undo[0]]).toEqual([200, step("5")]);
});

test("a gesture that took itself back is no step, unless another is under way with it", () => {
  const done = record(openGesture(EMPTY_HISTORY), [marker("a")]);
  expect(dropGesture(done)).toEqual(EMPTY_HISTORY);
  const both = dropGesture(record(openGesture(openGesture(EMPTY_HISTORY)), [marker("a")]));
  expect(closeGesture(both).undo).toEqual([[marker("a")]]);
});
