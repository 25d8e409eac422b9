import { expect, test } from "vitest";
import type { Board } from "../../src/board/board.js";
import type { Picture } from "../../src/canvas/board-view.js";
import { arrow, boardOf, ellipse, idOf, ink, rectangle, text, unknown } from "./support/log.js";
import { inkedPixels, mountView } from "./support/mount.js";

const still =
  (board: Board): (() => Picture) =>
  () => ({ board, time: board.at, self: null });

test.each([
  ["ink", ink(idOf(1), { x: 50, y: 100 })],
  ["a rectangle", rectangle(idOf(1), { x: 50, y: 100 })],
  ["a filled rectangle", rectangle(idOf(1), { x: 50, y: 100, fill: "solid" })],
  ["a hachured ellipse", ellipse(idOf(1), { x: 50, y: 100, fill: "hachure" })],
  ["an arrow", arrow(idOf(1), { x: 50, y: 100 })],
  ["text", text(idOf(1), { x: 50, y: 100 })],
  ["a shape of an unknown kind", unknown(idOf(1), { x: 50, y: 100 })],
])("%s is drawn where it stands", (_, shape) => {
  const { view, pixels } = mountView(still(boardOf({ type: "shape.add", shape })));
  view.paint();
  expect(inkedPixels(pixels("shapes"))).toBeGreaterThan(100);
});
