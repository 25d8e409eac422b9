import type { Seq, ShapeId } from "../../signal/ids.js";
import { isInktapeError } from "../../signal/errors.js";
import type { InkHeader, InkShape, Shape } from "../../signal/shape.js";
import { ByteReader } from "../../signal/wire/bytes.js";
import { readInkHeader, readShape } from "../../signal/wire/shapes.js";

/** Stands for a shape that is told whole. */
export const HERE = 0;

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
