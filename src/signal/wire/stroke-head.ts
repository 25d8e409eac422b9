import type { PageId } from "../ids.js";
import { LIMITS } from "../limits.js";
import { withoutPlain } from "../optional.js";
import type { InkHeader } from "../shape.js";
import type { ByteReader } from "./bytes.js";
import { checkValue, readProps, readShapeId } from "./shapes.js";
import { readWord } from "./words.js";

/** Reads what {@link writeStrokeHead} wrote; refuses points, and what is said twice. */
export function readStrokeHead(reader: ByteReader): InkHeader {
  const head = {
    kind: "ink",
    id: readShapeId(reader),
    page: readWord(reader) as PageId,
    order: reader.text(LIMITS.nameBytes),
    x: reader.number(LIMITS.coordinate),
    y: reader.number(LIMITS.coordinate),
    color: readWord(reader),
    size: reader.number(LIMITS.coordinate),
    step: reader.number(LIMITS.coordinate),
  } as const;
  checkValue(reader, "step", head.step);
  const others = readProps(reader);
  for (const name of Object.keys(others)) {
    if (name in head || name === "points") reader.fail(`opens a stroke with "${name}" where it cannot stand`);
  }
  return withoutPlain({ ...head, ...others });
}
