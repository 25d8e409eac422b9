import { expect, test } from "vitest";
import { boxLabel } from "../../../src/picture/geometry/label-parts.js";
import { guessLine } from "../../../src/picture/text-layout.js";
import { SvgPath } from "../../../src/picture/svg/svg-path.js";
import { FIRST_PAGE } from "../../../src/board/board.js";
import type { BoxShape } from "../../../src/signal/shape.js";

const labelled = (fill: BoxShape["fill"]): BoxShape =>
  ({
    ...{ id: 1, page: FIRST_PAGE, order: "a1", kind: "rectangle", color: "blue", size: 3, seed: 7 },
    ...{ x: 0, y: 0, w: 200, h: 100, fill, label: "Cell", labelSize: 20 },
  }) as BoxShape;

test.each([
  ["hachure", ["path page", "text ink"]],
  ["solid", ["text ink"]],
  ["none", ["text ink"]],
] as const)("a label in a shape with the fill %s is drawn as %s", (fill, drawn) => {
  const parts = boxLabel(labelled(fill), guessLine, () => new SvgPath());
  expect(parts.map(({ type, color }) => `${type} ${color}`)).toEqual(drawn);
});

test.each([
  [{}, "middle", 100],
  [{ align: "end" }, "middle", 100],
  [{ labelAlign: "start" }, "start", 9.5],
  [{ labelAlign: "end" }, "end", 190.5],
  [{ labelAlign: "of a newer version" }, "start", 9.5],
] as const)("a label with %j has its %s at %d", (props, anchor, x) => {
  const [label] = boxLabel({ ...labelled("none"), ...props } as BoxShape, guessLine, () => new SvgPath());
  expect(label).toMatchObject({ anchor, x });
});
