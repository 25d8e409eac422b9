import { describe, expect, test } from "vitest";
import { commandsFor, type KeyPress } from "../../src/canvas/key-press.js";
import { COMMAND_KEYS, keysOf, type Command } from "../../src/canvas/keymap.js";

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
  ["0", "tool.eraser"],
  ["1", "tool.select"],
  ["2", "tool.rectangle"],
  ["3", "tool.diamond"],
  ["4", "tool.ellipse"],
  ["5", "tool.arrow"],
  ["6", "tool.line"],
  ["7", "tool.pen"],
  ["8", "tool.text"],
  ["9", "tool.image"],
  ["x", "tool.pen"],
  ["s", "goToColor"],
  ["g", "goToFill"],
  ["ctrl+s", "exportJson"],
  ["cmd+o", "importFile"],
  ["ctrl+'", "toggleGrid"],
  ["alt+shift+S", "toggleSnapping"],
  ["alt+z", "toggleZen"],
  ["ctrl+.", "toggleZen"],
  ["ctrl+shift+>", "largerText"],
  ["ctrl+shift+<", "smallerText"],
  ["ctrl+<", "smallerText"],
  ["cmd+shift+.", "largerText"],
  ["cmd+shift+,", "smallerText"],
  ["ctrl+0", "zoomReset"],
  ["shift+Digit1", "zoomToFit"],
  ["shift+P", "tool.highlighter"],
  ["q", "keepTool"],
  ["ctrl+g", "group"],
  ["cmd+shift+G", "ungroup"],
  ["ctrl+d", "duplicate"],
  ["alt+a", "alignLeft"],
  ["alt+shift+H", "distributeHorizontally"],
  ["shift+H", "flipHorizontally"],
  ["]", "bringToFront"],
  ["ctrl+[", "sendBackward"],
  ["ArrowLeft", "nudgeLeft"],
  ["shift+ArrowUp", "nudgeUpFar"],
  ["ctrl+shift+L", "toggleLock"],
  ["ctrl+alt+c", "copyStyle"],
  ["shift+?", "showShortcuts"],
  ["?", "showShortcuts"],
  ["F2", "edit"],
  ["Enter", "edit"],
])("%s is %s", (keys, command) => {
  expect(commandsFor(press(keys))).toContain(command);
});

test.each(["z", "Tab", "ctrl+p", "ctrl+shift+a", "ctrl+c", "cmd+x", "ctrl+shift+V", "constructor", "__proto__"])(
  "%s is nothing",
  (keys) => {
    expect(commandsFor(press(keys))).toEqual([]);
  },
);

test("letters go by what is printed on the keys, and by their place on a keyboard without Latin letters", () => {
  expect(commandsFor({ ...press("z"), code: "KeyY", ctrlKey: true })).toEqual(["undo"]);
  expect(commandsFor({ ...press("я"), code: "KeyZ", ctrlKey: true })).toEqual(["undo"]);
  expect(commandsFor({ ...press("з"), code: "KeyP" })).toEqual(["tool.pen"]);
  expect(commandsFor({ ...press("é"), code: "Digit2" })).toEqual([]);
});

test("signs go by what is printed, whatever it takes to print them", () => {
  expect(commandsFor({ ...press("["), code: "Digit8", ctrlKey: true, altKey: true })).toEqual(["sendToBack"]);
  expect(commandsFor({ ...press("]"), code: "Digit9", ctrlKey: true, altKey: true })).toEqual(["bringToFront"]);
  expect(commandsFor({ ...press("ü"), code: "BracketLeft" })).toEqual(["sendToBack"]);
});

test("with alt, a Mac prints other signs, and the place of the key says which it is", () => {
  expect(commandsFor({ ...press("å"), code: "KeyA", altKey: true })).toEqual(["alignLeft"]);
  expect(commandsFor({ ...press("‘"), code: "BracketRight", altKey: true })).toEqual(["bringForward"]);
});

test("no two commands have the same keys but those that draw or else edit, and all keys lead to their commands", () => {
  const { place, ...others } = COMMAND_KEYS;
  const chords = Object.values(others).flat();
  expect(new Set(chords).size).toBe(chords.length);
  expect(place).toEqual(["Enter"]);
  expect(commandsFor(press("Enter"))).toEqual(["place", "edit"]);
  const inClipboardEvents = ["copy", "cut", "paste", "pasteInPlace"];
  for (const [command, keys] of Object.entries(COMMAND_KEYS)) {
    if (inClipboardEvents.includes(command)) continue;
    for (const key of keys) {
      const parts = key.replace(/\+\+$/, "+Plus").split("+");
      const last = parts.at(-1) === "Plus" || key === "+" ? "+" : (parts.at(-1) ?? "");
      const isDigit = /^[0-9]$/.test(last) && parts.includes("Shift");
      const pressed = {
        key: isDigit ? "§" : last,
        code: isDigit ? `Digit${last}` : "",
        ctrlKey: parts.includes("Mod"),
        metaKey: false,
        shiftKey: parts.includes("Shift"),
        altKey: parts.includes("Alt"),
        target: null,
      };
      expect([key, ...commandsFor(pressed)]).toContain(command);
    }
  }
});

test("keys are told as aria-keyshortcuts has them", () => {
  expect(keysOf("undo")).toBe("Control+Z Meta+Z");
  expect(keysOf("zoomIn")).toBe("Plus = Control+Plus Meta+Plus Control+= Meta+=");
  expect(keysOf("copySvg")).toBe("");
});

describe("keys belong to who types", () => {
  test.each([
    ["in a text field", { tagName: "INPUT", type: "text" }],
    ["in a text area", { tagName: "TEXTAREA" }],
    ["in a list", { tagName: "SELECT" }],
    ["in an editable element", { tagName: "DIV", isContentEditable: true }],
  ])("%s", (_, target) => {
    expect(commandsFor(press("p", target))).toEqual([]);
    expect(commandsFor(press("ctrl+z", target))).toEqual([]);
  });

  test("but not to a button, a tick box or the page", () => {
    expect(commandsFor(press("p", { tagName: "BUTTON" }))).toEqual(["tool.pen"]);
    expect(commandsFor(press("p", { tagName: "INPUT", type: "checkbox" }))).toEqual(["tool.pen"]);
    expect(commandsFor(press("p", { tagName: "BODY" }))).toEqual(["tool.pen"]);
  });
});
