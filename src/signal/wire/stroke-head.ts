import type { PageId } from "../ids.js";
import { LIMITS } from "../limits.js";
import type { InkHeader } from "../shape.js";
import type { ByteReader, ByteWriter } from "./bytes.js";
import { checkValue, readProps, readShapeId, writeProps, writeShapeId } from "./shapes.js";
import { readWord, writeWord } from "./words.js";

/** The head of a stroke: what every stroke has, without saying so, in a fixed order; then the properties that it has besides. */
export function writeStrokeHead(writer: ByteWriter, head: InkHeader): void {
  const { kind: _kind, id, page, order, x, y, color, size, step, ...others } = head;
  writeShapeId(writer, id);
  writeWord(writer, page);
  writer.text(order);
  writer.number(x);
  writer.number(y);
  writeWord(writer, color);
  writer.number(size);
  writer.number(step);
  writeProps(writer, others);
}

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
  return { ...head, ...others };
}
