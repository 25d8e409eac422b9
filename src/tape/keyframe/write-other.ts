import { isLoaded, type InkShape, type Shape } from "../../signal/shape.js";
import type { ByteWriter } from "../../signal/wire/byte-writer.js";
import { writeShape } from "../../signal/wire/write-shapes.js";
import type { InkHome } from "./ink-home.js";
import { HERE } from "./other-shapes.js";

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
