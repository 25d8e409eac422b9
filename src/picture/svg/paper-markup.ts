import type { Box } from "../../board/bounds.js";
import type { Paper } from "../../signal/signal.js";
import { patternColor } from "../palette.js";
import { PATTERN } from "../paper.js";
import type { HrefOf } from "./parts-markup.js";
import { element } from "./xml.js";

/** A page's paper in a document that shows that box of the board; what has no colour is left free. */
export function paperMarkup(
  paper: Paper | null,
  box: Box,
  color: string,
  background: string,
  hrefOf: HrefOf,
): string[] {
  const sheet = { width: box.w, height: box.h };
  const ground = background.toLowerCase() === "transparent" ? [] : [element("rect", { fill: background, ...sheet })];
  if (!paper) return ground;
  const marks = marksOf(paper.pattern);
  const href = paper.asset === "" ? null : hrefOf(paper.asset);
  const pattern = { id: "paper", width: PATTERN.step, height: PATTERN.step, x: -box.x, y: -box.y };
  return [
    ...ground,
    ...(marks.length === 0
      ? []
      : [
          element(
            "pattern",
            { ...pattern, patternUnits: "userSpaceOnUse", fill: patternColor(color) },
            marks.map((mark) => element("rect", mark)).join(""),
          ),
          element("rect", { fill: "url(#paper)", ...sheet }),
        ]),
    ...(href === null
      ? []
      : [
          element("image", {
            x: -box.x,
            y: -box.y,
            width: paper.w,
            height: paper.h,
            preserveAspectRatio: "none",
            href,
            "data-asset": paper.asset,
          }),
        ]),
  ];
}

/** What is in one square of the pattern. A dot lies around the square's corner, so in all four. */
function marksOf(pattern: string): { x: number; y: number; width: number; height: number }[] {
  const { step, dot, dotBefore } = PATTERN;
  const across = { x: 0, y: 0, width: step, height: 1 };
  const down = { x: 0, y: 0, width: 1, height: step };
  const ends = [-dotBefore, step - dotBefore];
  switch (pattern) {
    case "grid":
      return [across, down];
    case "lines":
      return [across];
    case "dots":
      return ends.flatMap((x) => ends.map((y) => ({ x, y, width: dot, height: dot })));
    default:
      return [];
  }
}
