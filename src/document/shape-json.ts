import { isInktapeError } from "../signal/errors.js";
import { FIRST_PAGE } from "../board/board.js";
import { isShapeId } from "../signal/ids.js";
import { INK_STRIDE } from "../signal/ink.js";
import { isLoaded, pointsOf, type InkShape, type PropValue, type Shape } from "../signal/shape.js";
import type { Json } from "../signal/signal.js";
import { ByteReader } from "../signal/wire/bytes.js";
import { ByteWriter } from "../signal/wire/byte-writer.js";
import { readShape } from "../signal/wire/shapes.js";
import { writeShape } from "../signal/wire/write-shapes.js";
import { notA } from "./file-error.js";
import { isObject, listAt, numberAt, objectAt, textAt } from "./json-values.js";

const KINDS = "ink rectangle ellipse diamond triangle star line arrow text note image frame".split(" ");
/** What says where a shape is among others: a file says that by its lists. */
const PLACE = { page: FIRST_PAGE, order: "a0" };

/**
 * A shape as JSON: its properties by name, without its page and order. Points are a list of whole numbers, bytes an
 * object `{ bytes }` with a list of them. Throws `bad-argument` for ink that is not loaded.
 */
export function shapeToJson(shape: Shape): Json {
  const { page: _page, order: _order, ...own } = shape;
  return Object.fromEntries(Object.entries(own).map(([name, value]) => [name, valueToJson(value as PropValue)]));
}

/** A shape of JSON, on the first page, with what it is without left out. Throws `bad-bytes` for what is none. */
export function shapeFromJson(json: unknown, where: string): Shape {
  const { id, kind, ...others } = objectAt(json, where);
  const number = numberAt(id, `${where}.id`);
  if (!isShapeId(number)) throw notA("is no number of a shape", `${where}.id`);
  const name = textAt(kind, `${where}.kind`);
  const props = Object.entries(others).map(([prop, value]) => [prop, valueFromJson(value, `${where}.${prop}`)]);
  const isNamed = KINDS.includes(name) || name.startsWith("?");
  const shape = { kind: isNamed ? name : `?${name}`, id: number, ...Object.fromEntries(props), ...PLACE } as Shape;
  return checked(shape, where);
}

/** A shape as all others will read it. What the wire would refuse is refused here, and named. */
function checked(shape: Shape, where: string): Shape {
  try {
    const writer = new ByteWriter();
    writeShape(writer, shape);
    return readShape(new ByteReader(writer.finish(), where));
  } catch (cause) {
    if (!isInktapeError(cause)) throw cause;
    throw notA(`is no shape (${cause.message})`, where, cause);
  }
}

function valueToJson(value: PropValue): Json {
  if (typeof value === "number" || typeof value === "string") return value;
  if (value instanceof Uint8Array) return { bytes: Array.from(value) };
  return Array.from(isLoaded(value) ? value : pointsOf({ points: value } as Pick<InkShape, "points">));
}

function valueFromJson(value: unknown, where: string): PropValue {
  if (typeof value === "string") return value;
  if (typeof value === "number") return numberAt(value, where);
  if (isObject(value)) return Uint8Array.from(integers(value.bytes, `${where}.bytes`, 0, 255));
  const numbers = integers(value, where, -(2 ** 31), 2 ** 31 - 1);
  if (numbers.length % INK_STRIDE !== 0) throw notA("are no points: they come in fours", where);
  return Int32Array.from(numbers);
}

function integers(value: unknown, where: string, least: number, most: number): readonly number[] {
  const list = listAt(value, where);
  const wrong = list.findIndex(
    (number) => !Number.isInteger(number) || +(number as number) < least || +(number as number) > most,
  );
  if (wrong >= 0) throw notA(`is no whole number from ${least} to ${most}`, `${where}[${wrong}]`);
  return list as readonly number[];
}
