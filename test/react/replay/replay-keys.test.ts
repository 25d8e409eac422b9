import { expect, test } from "vitest";
import { nextRate } from "../../../src/react/replay/rates.js";
import { replayCommandFor } from "../../../src/react/replay/replay-keys.js";

const press = (key: string, more: Partial<KeyboardEvent> = {}) => replayCommandFor({ key, ...more } as KeyboardEvent);

test.each([
  ["k", { type: "toggle" }],
  [" ", { type: "toggle" }],
  ["ArrowLeft", { type: "skip", by: -5000 }],
  ["ArrowRight", { type: "skip", by: 5000 }],
  ["j", { type: "skip", by: -10_000 }],
  ["l", { type: "skip", by: 10_000 }],
  ["Home", { type: "go", to: 0 }],
  ["End", { type: "go", to: 1 }],
  ["L", { type: "live" }],
  ["3", { type: "go", to: 0.3 }],
  ["]", { type: "marker", step: 1 }],
  ["[", { type: "marker", step: -1 }],
  [">", { type: "rate", step: 1 }],
  ["<", { type: "rate", step: -1 }],
  ["+", { type: "zoomTimeline", step: 1 }],
  ["-", { type: "zoomTimeline", step: -1 }],
  ["i", { type: "clip", end: "from" }],
  ["o", { type: "clip", end: "to" }],
  [",", { type: "step", by: -1 }],
  [".", { type: "step", by: 1 }],
  ["r", { type: "loop" }],
  ["?", { type: "sheet" }],
  ["s", { type: "out", what: "savePng" }],
  ["S", { type: "out", what: "video" }],
  ["C", { type: "out", what: "copyPng" }],
  ["u", { type: "out", what: "copyLink" }],
  ["f", { type: "fullScreen" }],
  ["!", { type: "fit" }],
  ["c", { type: "fit" }],
  ["n", { type: "narrate" }],
])("%s asks for %o", (key, command) => {
  expect(press(key)).toEqual(command);
});

test("shift makes a step bigger, and the browser keeps its own keys", () => {
  expect(press("ArrowRight", { shiftKey: true })).toEqual({ type: "skip", by: 10_000 });
  expect([press("f", { ctrlKey: true }), press("l", { metaKey: true }), press("ArrowLeft", { altKey: true })]).toEqual([
    null,
    null,
    null,
  ]);
  expect(["q", "x"].map((key) => press(key))).toEqual([null, null]);
});

test("space is left to a button that has the focus", () => {
  const button = { closest: (selector: string) => (selector.includes("button") ? button : null) } as unknown as Element;
  expect(press(" ", { target: button })).toBeNull();
  expect(press("k", { target: button })).toEqual({ type: "toggle" });
});

test("a step of the speed goes to the next one that can be chosen, and stops at the ends", () => {
  expect([nextRate(1, 1), nextRate(1, -1), nextRate(3, 1), nextRate(3, -1)]).toEqual([1.25, 0.75, 4, 2]);
  expect([nextRate(16, 1), nextRate(0.25, -1)]).toEqual([16, 0.25]);
});
