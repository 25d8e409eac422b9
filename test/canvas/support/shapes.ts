import fc from "fast-check";
import { FIRST_PAGE } from "../../../src/board/board.js";
import type { PageId } from "../../../src/signal/ids.js";
import type { Fill, Shape } from "../../../src/signal/shape.js";
import { arrow, ellipse, idOf, ink, rectangle, text, unknown, wave } from "./log.js";

/** A page beside the first one. */
export const SECOND_PAGE = "two" as PageId;

export const anyPlace = fc.double({ min: -200, max: 500, noNaN: true });
export const anyLength = fc.integer({ min: 1, max: 300 });
export const anySeed = fc.integer({ min: 1, max: 2 ** 31 - 1 });
export const anyId = fc.integer({ min: 0, max: 12 }).map((count) => idOf(count));
export const anyPage = fc.constantFrom(FIRST_PAGE, FIRST_PAGE, SECOND_PAGE);
export const anyColor = fc.constantFrom("black", "red", "white", "#12ab34");
export const anyFill = fc.constantFrom<Fill>("none", "solid", "hachure");
export const anyOrder = fc.constantFrom("a0", "a1", "a2");

const base = {
  page: anyPage,
  order: anyOrder,
  x: anyPlace,
  y: anyPlace,
  color: anyColor,
  size: fc.constantFrom(1, 4, 16),
};
const box = { ...base, w: anyLength, h: anyLength, seed: anySeed };
const anyPoints = anyLength.map((count) => wave(count));

/** Any shape, near a small view, of a few ids, so that they meet. */
export const anyShape: fc.Arbitrary<Shape> = fc.oneof(
  fc.tuple(anyId, fc.record({ ...box, fill: anyFill })).map(([id, props]) => rectangle(id, props)),
  fc.tuple(anyId, fc.record({ ...box, fill: anyFill })).map(([id, props]) => ellipse(id, props)),
  fc.tuple(anyId, fc.record(box)).map(([id, props]) => arrow(id, props)),
  fc.tuple(anyId, fc.record({ ...base, points: anyPoints })).map(([id, props]) => ink(id, props)),
  fc.tuple(anyId, fc.record(base)).map(([id, props]) => text(id, props)),
  fc.tuple(anyId, fc.record({ ...base, w: anyLength })).map(([id, props]) => unknown(id, props)),
);
