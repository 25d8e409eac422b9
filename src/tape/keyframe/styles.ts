import { LIMITS } from "../../signal/limits.js";
import type { InkShape } from "../../signal/shape.js";
import type { ByteReader } from "../../signal/wire/bytes.js";
import { readPageId } from "../../signal/wire/shapes.js";

/** What the strokes of one pen have in common. */
export type Style = Pick<InkShape, "page" | "color" | "size" | "step">;

export function readStyle(r: ByteReader): Style {
  const [page, color] = [readPageId(r), r.text(LIMITS.nameBytes)];
  const [size, step] = [r.number(LIMITS.coordinate), r.number(LIMITS.coordinate)];
  return step > 0 ? { page, color, size, step } : r.fail("holds a step that is not above 0");
}
