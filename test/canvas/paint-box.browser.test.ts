import fc from "fast-check";
import { expect, test } from "vitest";
import type { Box } from "../../src/board/bounds.js";
import { loadFont } from "../../src/canvas/measure-text.js";
import { paintBoxOf } from "../../src/canvas/paint-box.js";
import { paintShape } from "../../src/canvas/painters/paint-shape.js";
import { drawingOf } from "../../src/canvas/painters/paths.js";
import type { Shape } from "../../src/signal/shape.js";
import { anyRichShape } from "./support/shapes.js";
import { CustomShapes } from "../../src/picture/custom/custom-shapes.js";

/** How much of the board is painted to look for pixels. */
const SIDE = 1400;
const CORNER = -SIDE / 2 + 150;
/** Edges are smoothed over the pixel they are in. */
const EDGE = 1;

test("all of a shape's pixels lie in its paint box, whatever it has", async () => {
  for (const font of ["hand", "sans"]) await loadFont(font, "a");
  const canvas = document.createElement("canvas");
  canvas.width = SIDE;
  canvas.height = SIDE;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("There is no 2D canvas.");
  let isPainted = 0;
  fc.assert(
    fc.property(anyRichShape, (shape) => {
      const painted = paintedBox(context, shape);
      if (!painted) return;
      isPainted += 1;
      const { x, y, w, h } = paintBoxOf(shape);
      expect(painted.x).toBeGreaterThanOrEqual(Math.max(CORNER, x - EDGE));
      expect(painted.y).toBeGreaterThanOrEqual(Math.max(CORNER, y - EDGE));
      expect(painted.x + painted.w).toBeLessThanOrEqual(x + w + EDGE);
      expect(painted.y + painted.h).toBeLessThanOrEqual(y + h + EDGE);
    }),
    { numRuns: 150 },
  );
  expect(isPainted).toBeGreaterThan(100);
}, 60_000);

/** The box of all pixels that are not as before, on the board; null for none. */
function paintedBox(context: CanvasRenderingContext2D, shape: Shape): Box | null {
  context.reset();
  context.setTransform(1, 0, 0, 1, shape.x - CORNER, shape.y - CORNER);
  paintShape(context, shape, {
    theme: "light",
    page: "#ffffff",
    drawingOf,
    imageOf: () => null,
    custom: new CustomShapes([]),
  });
  const words = new Uint32Array(context.getImageData(0, 0, SIDE, SIDE).data.buffer);
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  words.forEach((word, index) => {
    if (word === 0) return;
    const [x, y] = [index % SIDE, Math.floor(index / SIDE)];
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
  });
  return right < 0 ? null : { x: left + CORNER, y: top + CORNER, w: right - left, h: bottom - top };
}
