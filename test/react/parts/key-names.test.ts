import { expect, test } from "vitest";
import { allKeyNames, keyNames } from "../../../src/react/parts/key-names.js";

test.each([
  ["P", "P", "P"],
  ["Plus", "+", "+"],
  ["-", "-", "-"],
  ["ArrowLeft", "←", "←"],
  ["Control+ArrowUp Meta+ArrowUp", "Ctrl ↑", "⌘↑"],
  ["Shift+ArrowUp", "Shift ↑", "⇧↑"],
  ["PageDown", "PgDn", "⇟"],
  ["Shift+1", "Shift 1", "⇧1"],
  ["Control+Z Meta+Z", "Ctrl Z", "⌘Z"],
  ["Shift+Control+Z Shift+Meta+Z", "Shift Ctrl Z", "⇧⌘Z"],
])("%s is shown as %s, on a Mac as %s", (shortcuts, elsewhere, mac) => {
  expect([keyNames(shortcuts, false), keyNames(shortcuts, true)]).toEqual([elsewhere, mac]);
});

test("a sheet shows all alternatives of the platform it is read on", () => {
  expect(allKeyNames("Shift+0 Control+0 Meta+0", false)).toEqual(["Shift 0", "Ctrl 0"]);
  expect(allKeyNames("Shift+0 Control+0 Meta+0", true)).toEqual(["⇧0", "⌘0"]);
  expect(allKeyNames("P 7 X", true)).toEqual(["P", "7", "X"]);
});
