import fc from "fast-check";
import { FIRST_PAGE } from "../../../src/board/board.js";
import type { PageId } from "../../../src/signal/ids.js";
import { withoutPlain } from "../../../src/signal/optional.js";
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

const anyWords = fc.constantFrom(
  "",
  "Two words",
  "Many words that go on and on for several lines\nand then some",
  "世界 👍",
);
const anyFont = fc.constantFrom("hand", "sans", "mono", "wingdings");
const anyAlign = fc.constantFrom("start", "middle", "end");
const anyHead = fc.constantFrom("", "none", "arrow", "triangle", "dot", "bar");
/** A side either way: a negative one mirrors. */
const anySide = fc.oneof(
  anyLength,
  anyLength.map((length) => -length),
);
const label = {
  ...{ label: anyWords, labelSize: fc.constantFrom(8, 20, 60), labelAlign: anyAlign },
  ...{ font: anyFont, align: anyAlign },
};
const look = {
  rotation: fc.constantFrom(0, 0, 0.5, -2),
  opacity: fc.constantFrom(1, 1, 0.5),
};
const line = {
  ...label,
  dash: fc.constantFrom("solid", "dashed", "dotted"),
  roughness: fc.constantFrom(0, 1, 1, 2, 7),
};

/** Any shape with everything that it need not have, near a small view. */
export const anyRichShape: fc.Arbitrary<Shape> = fc
  .tuple(
    anyId,
    fc.oneof(
      fc.record({
        kind: fc.constantFrom(
          "rectangle" as const,
          "ellipse" as const,
          "diamond" as const,
          "triangle" as const,
          "star" as const,
        ),
        ...{ ...box, ...look, ...line, w: anySide, h: anySide },
        fill: anyFill,
        fillColor: anyColor,
      }),
      fc.record({
        kind: fc.constantFrom("line" as const, "arrow" as const),
        ...{ ...box, ...line, w: anySide, h: anySide, opacity: look.opacity },
        bend: fc.constantFrom(0, 0, 30, -200),
        through: fc.constantFrom("", "", "30 -20", "0 0 80 120.5 -60 10", "none at all"),
        corners: fc.constantFrom("round", "sharp"),
        startHead: anyHead,
        endHead: anyHead,
        startId: fc.oneof(fc.constant(0), anyId),
        endId: fc.oneof(fc.constant(0), anyId),
        frame: fc.oneof(fc.constant(0), anyId),
      }),
      fc.record({
        kind: fc.constant("ink" as const),
        ...{ ...base, ...look },
        points: anyPoints,
        step: fc.constant(0.5),
        brush: fc.constantFrom("pen", "highlighter"),
        scaleX: fc.constantFrom(1, -1, 0.3),
        scaleY: fc.constantFrom(1, 2),
        frame: fc.oneof(fc.constant(0), anyId),
      }),
      fc.record({
        kind: fc.constant("text" as const),
        ...{ ...base, ...look },
        text: anyWords,
        fontSize: fc.constantFrom(8, 20, 60),
        font: anyFont,
        align: anyAlign,
        wrap: fc.constantFrom(0, 1),
        boxW: fc.constantFrom(0, 30, 150),
        boxH: fc.constantFrom(0, 60),
      }),
      fc.record({
        kind: fc.constant("note" as const),
        ...{ ...base, ...look, w: anySide, h: anySide },
        text: anyWords,
        fontSize: fc.constantFrom(8, 20, 60),
        font: anyFont,
        align: anyAlign,
      }),
      fc.record({
        kind: fc.constant("image" as const),
        ...{ ...base, ...look, w: anySide, h: anySide },
        asset: fc.constant("0".repeat(64)),
        alt: anyWords,
      }),
      fc.record({
        kind: fc.constant("frame" as const),
        ...{ ...base, w: anySide, h: anySide },
        text: anyWords,
        frame: fc.oneof(fc.constant(0), anyId),
      }),
    ),
  )
  .map(([id, props]) => withoutPlain({ id, ...props } as Shape));

/** Any shape, near a small view, of a few ids, so that they meet. */
export const anyShape: fc.Arbitrary<Shape> = fc.oneof(
  { weight: 3, arbitrary: anyRichShape },
  fc.tuple(anyId, fc.record({ ...box, fill: anyFill })).map(([id, props]) => rectangle(id, props)),
  fc.tuple(anyId, fc.record({ ...box, fill: anyFill })).map(([id, props]) => ellipse(id, props)),
  fc.tuple(anyId, fc.record(box)).map(([id, props]) => arrow(id, props)),
  fc.tuple(anyId, fc.record({ ...base, points: anyPoints })).map(([id, props]) => ink(id, props)),
  fc.tuple(anyId, fc.record(base)).map(([id, props]) => text(id, props)),
  fc.tuple(anyId, fc.record({ ...base, w: anyLength })).map(([id, props]) => unknown(id, props)),
);
