import { isKnownShape, type Shape } from "../../signal/shape.js";
import type { LineMeasure } from "../text-layout.js";
import type { Geometry, PathPart } from "./geometry.js";
import { headParts } from "./heads.js";
import { drawOutline, inkOutline, type InkLook } from "./ink-outline.js";
import { boxLabel, lineLabel } from "./label-parts.js";
import type { Path } from "./path.js";
import { boxParts, lineParts, type RoughOp, type RoughPart } from "./rough-parts.js";
import { frameParts, imageParts, noteParts, textParts } from "./sheet-parts.js";

/**
 * Makes what is drawn for a shape: the dear part of drawing it. Unknown kinds have nothing. Throws `bad-argument` for
 * ink that is not loaded.
 *
 * @param newPath gives an empty path.
 */
export function geometryOf<P extends Path>(shape: Shape, newPath: () => P, measure: LineMeasure): Geometry<P> {
  if (!isKnownShape(shape)) return [];
  const drawn = (parts: readonly RoughPart[]) => parts.map((part) => roughGeometry(part, newPath()));
  switch (shape.kind) {
    case "ink":
      return inkGeometry(shape, newPath);
    case "rectangle":
    case "ellipse":
    case "diamond":
    case "triangle":
    case "star":
      return [...drawn(boxParts(shape)), ...boxLabel(shape, measure, newPath)];
    case "line":
    case "arrow":
      return [...drawn(lineParts(shape)), ...drawn(headParts(shape)), ...lineLabel(shape, measure, newPath)];
    case "text":
      return textParts(shape, measure);
    case "note":
      return noteParts(shape, measure, newPath);
    case "image":
      return imageParts(shape, measure, newPath);
    case "frame":
      return frameParts(shape, measure, newPath);
  }
}

/** The outline of a stroke, finished or not. */
export function inkGeometry<P extends Path>(ink: InkLook, newPath: () => P): readonly PathPart<P>[] {
  const path = newPath();
  drawOutline(path, inkOutline(ink));
  return [{ type: "path", path, color: "ink", width: 0, dash: [] }];
}

function roughGeometry<P extends Path>({ ops, ...look }: RoughPart, path: P): PathPart<P> {
  for (const { op, data } of ops) addOp(path, op, data);
  return { type: "path", path, ...look };
}

function addOp(path: Path, op: RoughOp["op"], [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: readonly number[]): void {
  if (op === "move") path.moveTo(a, b);
  else if (op === "lineTo") path.lineTo(a, b);
  else path.bezierCurveTo(a, b, c, d, e, f);
}
