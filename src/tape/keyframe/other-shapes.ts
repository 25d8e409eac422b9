import type { Seq, ShapeId } from "../../signal/ids.js";
import { isInktapeError } from "../../signal/errors.js";
import { isLoaded, type InkHeader, type InkShape, type Shape } from "../../signal/shape.js";
import { ByteReader, type ByteWriter } from "../../signal/wire/bytes.js";
import { readInkHeader, readShape, writeShape } from "../../signal/wire/shapes.js";
import type { InkHome } from "./ink-home.js";

/** Stands for a shape that is told whole. */
const HERE = 0;

/**
 * 0 and the shape as it is on the wire; or the entry after which the tape keeps its ink, which is noted in `homes`, and
 * the shape without points.
 */
export function writeOther(w: ByteWriter, shape: Shape, homeOf: InkHome, homes: Set<number>): void {
  const { points, ...header } = shape as InkShape;
  const home = shape.kind !== "ink" ? HERE : isLoaded(points) ? (homeOf(points) ?? HERE) : points.seq;
  if (home !== HERE) homes.add(home);
  w.varint(home);
  writeShape(w, home === HERE ? shape : header);
}

/** Reads shapes that {@link writeOther} wrote, up to one that cannot be read. `inkOf` gives the ink that the tape keeps. */
export function readOthers(bytes: Uint8Array, inkOf: (id: ShapeId, home: Seq) => InkShape["points"]): Shape[] {
  const shapes: Shape[] = [];
  const r = new ByteReader(bytes, "keyframe");
  try {
    while (r.left > 0) {
      const home = r.varint();
      shapes.push(home === HERE ? readShape(r) : withInk(readInkHeader(r), (id) => inkOf(id, home as Seq)));
    }
  } catch (error) {
    if (!isInktapeError(error)) throw error;
  }
  return shapes;
}

function withInk(header: InkHeader, inkOf: (id: ShapeId) => InkShape["points"]): InkShape {
  return { ...header, points: inkOf(header.id) };
}
