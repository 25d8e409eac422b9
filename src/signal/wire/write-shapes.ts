import { makerOf, countOf, type PageId, type ShapeId } from "../ids.js";
import { pointsOf, type InkHeader, type InkShape, type PropValue, type Shape, type ShapeProps } from "../shape.js";
import type { ByteWriter } from "./byte-writer.js";
import { writePoints } from "./write-ink.js";
import { KINDS, type Form, FORMS, BY_CODE, REQUIRED } from "./shapes.js";

/** A shape id as its maker and its maker's count. */
export function writeShapeId(writer: ByteWriter, id: ShapeId): void {
  writer.varint(makerOf(id));
  writer.varint(countOf(id));
}

export function writePageId(writer: ByteWriter, id: PageId): void {
  writer.text(id);
}

/** A shape: kind, id, and its properties in the order of their numbers. */
export function writeShape(writer: ByteWriter, shape: Shape | InkHeader): void {
  const { kind, id, ...props } = shape;
  const known = (KINDS as readonly string[]).indexOf(kind);
  writer.varint(known + 1);
  if (known < 0) writer.text(Object.hasOwn(REQUIRED, kind) ? kind : kind.slice(1));
  writeShapeId(writer, id);
  writeProps(writer, props);
}

/** Properties as pairs of number-and-form and value. */
export function writeProps(writer: ByteWriter, props: ShapeProps): void {
  const names = Object.keys(props);
  const unknown = names.filter((name) => name.startsWith("?")).sort((a, b) => codeOf(a) - codeOf(b));
  writer.varint(names.length);
  for (const [name, [code, form]] of BY_CODE) {
    const value = props[name];
    if (value !== undefined) writeProp(writer, code, form, value);
  }
  for (const name of unknown) {
    const value = props[name] as PropValue;
    writeProp(writer, codeOf(name), formOf(value), value);
  }
}

function writeProp(writer: ByteWriter, code: number, form: Form, value: PropValue): void {
  writer.varint(code * FORMS.length + FORMS.indexOf(form));
  writeValue(writer, form, value);
}

/** The number of a property that this version does not know. */
function codeOf(name: string): number {
  return Number(name.slice(1));
}

function formOf(value: PropValue): Form {
  if (typeof value === "number") return "number";
  if (typeof value === "string") return "text";
  return value instanceof Int32Array ? "points" : "bytes";
}

function writeValue(writer: ByteWriter, form: Form, value: PropValue): void {
  if (form === "number") writer.number(value as number);
  else if (form === "text") writer.text(value as string);
  else if (form === "points") writePoints(writer, pointsOf({ points: value as InkShape["points"] }));
  else writer.bytes(value as Uint8Array);
}
