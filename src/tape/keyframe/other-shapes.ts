import { hasPlace } from "../../board/leaves.js";
import type { Seq, ShapeId } from "../../signal/ids.js";
import { isLoaded, type InkHeader, type InkShape, type Shape } from "../../signal/shape.js";
import type { ByteReader, ByteWriter } from "../../signal/wire/bytes.js";
import { readInkHeader, readShape, writeShape } from "../../signal/wire/shapes.js";
import type { InkHome } from "./ink-home.js";

/** Stands for a shape that is told whole. */
const HERE = 0;

/** 0 and the shape as it is on the wire; or the entry after which the tape keeps its ink, and the shape without points. */
export function writeOther(w: ByteWriter, shape: Shape, homeOf: InkHome): void {
  const { points, ...header } = shape as InkShape;
  const home = shape.kind !== "ink" ? HERE : isLoaded(points) ? (homeOf(points) ?? HERE) : points.seq;
  w.varint(home);
  writeShape(w, home === HERE ? shape : header);
}

/** Reads what {@link writeOther} wrote. `inkOf` gives the ink that the tape keeps. */
export function readOther(r: ByteReader, inkOf: (id: ShapeId, home: Seq) => InkShape["points"]): Shape {
  const home = r.varint();
  const shape = home === HERE ? readShape(r) : withInk(readInkHeader(r), (id) => inkOf(id, home as Seq));
  return hasPlace(shape.id) ? shape : r.fail("holds a shape for which a board has no place");
}

function withInk(header: InkHeader, inkOf: (id: ShapeId) => InkShape["points"]): InkShape {
  return { ...header, points: inkOf(header.id) };
}
