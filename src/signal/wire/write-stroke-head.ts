import type { InkHeader } from "../shape.js";
import type { ByteWriter } from "./byte-writer.js";
import { writeProps, writeShapeId } from "./write-shapes.js";
import { writeWord } from "./write-word.js";

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
