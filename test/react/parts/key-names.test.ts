import { expect, test } from "vitest";
import { keyNames } from "../../../src/react/parts/key-names.js";

test.each([
  ["P", "P", "P"],
  ["Plus", "+", "+"],
  ["-", "-", "-"],
  ["ArrowLeft", "←", "←"],
  ["Shift+ArrowUp", "Shift ↑", "⇧↑"],
  ["PageDown", "PgDn", "⇟"],
  ["Control+ArrowUp Meta+ArrowUp", "Ctrl ↑", "⌘↑"],
  ["Shift+1", "Shift 1", "⇧1"],
  ["Control+Z Meta+Z", "Ctrl Z", "⌘Z"],
  ["Shift+Control+Z Shift+Meta+Z", "Shift Ctrl Z", "⇧⌘Z"],
])("%s is shown as %s, on a Mac as %s", (shortcuts, elsewhere, mac) => {
  expect([keyNames(shortcuts, false), keyNames(shortcuts, true)]).toEqual([elsewhere, mac]);
});
