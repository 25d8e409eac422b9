import { expect, test } from "vitest";
import { initialsOf } from "../../../src/react/parts/initials.js";

test.each([
  ["Ada Lovelace", "AL"],
  ["ada", "A"],
  ["  Jean Paul  Sartre ", "JS"],
  ["李 小龙", "李小"],
  ["🦊 Fox", "🦊F"],
  ["", ""],
])("%s is %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
