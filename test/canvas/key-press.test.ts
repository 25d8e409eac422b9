import { describe, expect, test } from "vitest";
import { commandFor, type KeyPress } from "../../src/canvas/key-press.js";
import type { Command } from "../../src/canvas/keymap.js";

/** A press written as people write it: "mod+shift+Z". */
function press(keys: string, target: object | null = null): KeyPress {
  const parts = keys.split("+").map((part) => (part === "" ? "+" : part));
  const key = parts.at(-1) ?? "";
  return {
    key: key === "Digit1" ? "!" : key,
    code: key === "Digit1" ? "Digit1" : "",
    ctrlKey: parts.includes("ctrl"),
    metaKey: parts.includes("cmd"),
    shiftKey: parts.includes("shift"),
    altKey: parts.includes("alt"),
    target: target as EventTarget | null,
  };
}

test.each<[string, Command]>([
  ["v", "tool.select"],
  ["h", "tool.hand"],
  ["p", "tool.pen"],
  ["e", "tool.eraser"],
  ["r", "tool.rectangle"],
  ["o", "tool.ellipse"],
  ["l", "tool.line"],
  ["a", "tool.arrow"],
  ["t", "tool.text"],
  ["V", "tool.select"],
  ["ctrl+z", "undo"],
  ["cmd+z", "undo"],
  ["cmd+shift+Z", "redo"],
  ["ctrl+y", "redo"],
  ["ctrl+a", "selectAll"],
  ["Delete", "delete"],
  ["Backspace", "delete"],
  ["Escape", "cancel"],
  ["+", "zoomIn"],
  ["shift++", "zoomIn"],
  ["ctrl+=", "zoomIn"],
  ["-", "zoomOut"],
  ["ctrl+-", "zoomOut"],
  ["0", "zoomReset"],
  ["ctrl+0", "zoomReset"],
  ["shift+Digit1", "zoomToFit"],
])("%s is %s", (keys, command) => {
  expect(commandFor(press(keys))).toBe(command);
});

test.each(["x", "Tab", "alt+v", "ctrl+p", "shift+p", "ctrl+shift+a", "constructor", "__proto__"])(
  "%s is nothing",
  (keys) => {
    expect(commandFor(press(keys))).toBeNull();
  },
);

test("letters go by what is printed on the keys, and by their place on a keyboard without Latin letters", () => {
  expect(commandFor({ ...press("z"), code: "KeyY", ctrlKey: true })).toBe("undo");
  expect(commandFor({ ...press("я"), code: "KeyZ", ctrlKey: true })).toBe("undo");
  expect(commandFor({ ...press("з"), code: "KeyP" })).toBe("tool.pen");
  expect(commandFor({ ...press("é"), code: "Digit2" })).toBeNull();
});

describe("keys belong to who types", () => {
  test.each([
    ["in a text field", { tagName: "INPUT", type: "text" }],
    ["in a text area", { tagName: "TEXTAREA" }],
    ["in a list", { tagName: "SELECT" }],
    ["in an editable element", { tagName: "DIV", isContentEditable: true }],
  ])("%s", (_, target) => {
    expect(commandFor(press("p", target))).toBeNull();
    expect(commandFor(press("ctrl+z", target))).toBeNull();
  });

  test("but not to a button, a tick box or the page", () => {
    expect(commandFor(press("p", { tagName: "BUTTON" }))).toBe("tool.pen");
    expect(commandFor(press("p", { tagName: "INPUT", type: "checkbox" }))).toBe("tool.pen");
    expect(commandFor(press("p", { tagName: "BODY" }))).toBe("tool.pen");
  });
});
