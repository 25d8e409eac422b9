import { isShapeId, shapeId, type MemberId, type PageId, type ShapeId } from "../ids.js";
import { LIMITS } from "../limits.js";
import { withoutPlain } from "../optional.js";
import type { InkHeader, KnownShape, PropValue, Shape, ShapeProps } from "../shape.js";
import type { ByteReader } from "./bytes.js";
import { readPoints } from "./ink.js";

/** Kinds by their number on the wire. Kinds that came later go by name, so that older versions keep them as unknown. */
export const KINDS = ["ink", "rectangle", "ellipse", "line", "arrow", "text"] as const;

/** Properties by their number on the wire, and the form of each. Never reuse one. */
const PROPS = {
  page: [0, "text"],
  order: [1, "text"],
  x: [2, "number"],
  y: [3, "number"],
  color: [4, "text"],
  size: [5, "number"],
  w: [6, "number"],
  h: [7, "number"],
  seed: [8, "number"],
  fill: [9, "text"],
  step: [10, "number"],
  points: [11, "points"],
  text: [12, "text"],
  fontSize: [13, "number"],
  rotation: [14, "number"],
  opacity: [15, "number"],
  group: [16, "text"],
  frame: [17, "number"],
  locked: [18, "number"],
  brush: [19, "text"],
  scaleX: [20, "number"],
  scaleY: [21, "number"],
  dash: [22, "text"],
  roughness: [23, "number"],
  fillColor: [24, "text"],
  font: [25, "text"],
  align: [26, "text"],
  wrap: [27, "number"],
  bend: [28, "number"],
  startHead: [29, "text"],
  endHead: [30, "text"],
  startId: [31, "number"],
  startX: [32, "number"],
  startY: [33, "number"],
  endId: [34, "number"],
  endX: [35, "number"],
  endY: [36, "number"],
  asset: [37, "text"],
  alt: [38, "text"],
  cropX: [39, "number"],
  cropY: [40, "number"],
  cropW: [41, "number"],
  cropH: [42, "number"],
  data: [43, "text"],
  label: [44, "text"],
  labelSize: [45, "number"],
  boxW: [46, "number"],
  boxH: [47, "number"],
  through: [48, "text"],
  corners: [49, "text"],
  labelAlign: [50, "text"],
} as const satisfies Record<string, readonly [number, Form]>;

export type Form = "number" | "text" | "bytes" | "points";

export const FORMS: readonly Form[] = ["number", "text", "bytes", "points"];

export const BY_CODE = Object.entries(PROPS).sort(([, [a]], [, [b]]) => a - b);

const NAMES = new Map<number, string>(BY_CODE.map(([name, [code]]) => [code, name]));

/** What a shape of each kind must have, besides its id and kind. */
const BASE = ["page", "order", "x", "y", "color", "size"] as const;

const BOX = [...BASE, "w", "h", "fill", "seed"] as const;

export const REQUIRED: Record<KnownShape["kind"], readonly (keyof typeof PROPS)[]> = {
  ink: [...BASE, "step", "points"],
  rectangle: BOX,
  ellipse: BOX,
  diamond: BOX,
  triangle: BOX,
  star: BOX,
  line: [...BASE, "w", "h", "seed"],
  arrow: [...BASE, "w", "h", "seed"],
  text: [...BASE, "text", "fontSize"],
  note: [...BASE, "w", "h", "text", "fontSize"],
  image: [...BASE, "w", "h", "asset"],
  frame: [...BASE, "w", "h", "text"],
};

const REQUIRED_OF_HEADS: typeof REQUIRED = { ...REQUIRED, ink: [...BASE, "step"] };

export function readShapeId(reader: ByteReader): ShapeId {
  const maker = reader.varint(2 ** 21 - 1) as MemberId;
  const id = shapeId(maker, reader.varint(2 ** 32 - 1));
  return isShapeId(id) ? id : reader.fail("names a shape that cannot be");
}

export function readPageId(reader: ByteReader): PageId {
  return reader.text(LIMITS.nameBytes) as PageId;
}

/** Reads a shape, without plain values, and checks that it has what its kind needs. An unknown kind keeps all it came with. */
export function readShape(reader: ByteReader): Shape {
  return readAnyShape(reader, REQUIRED) as Shape;
}

/** Reads the head of a stroke: an ink shape without points. */
export function readInkHeader(reader: ByteReader): InkHeader {
  const header = readAnyShape(reader, REQUIRED_OF_HEADS);
  if (header.kind !== "ink" || "points" in header) reader.fail("opens a stroke with something else than its head");
  return header as unknown as InkHeader;
}

function readAnyShape(reader: ByteReader, required: typeof REQUIRED) {
  const code = reader.varint(KINDS.length);
  const numbered = KINDS[code - 1];
  const name = numbered ?? readKind(reader);
  const id = readShapeId(reader);
  const props = readProps(reader);
  const missing = (isKindKnown(name) ? required[name] : BASE).find((prop) => !(prop in props));
  if (missing !== undefined && (numbered || (BASE as readonly string[]).includes(missing))) {
    reader.fail(`holds a shape of kind "${name}" without "${missing}"`);
  }
  // What an app called so before there was such a kind stays its own.
  const kind = isKindKnown(name) && missing === undefined ? name : (`?${name}` as const);
  return withoutPlain({ kind, id, ...props });
}

/** The name of a kind without a number. Those that have one are not told by name. */
function readKind(reader: ByteReader): string {
  const name = reader.text(LIMITS.nameBytes);
  return (KINDS as readonly string[]).includes(name) ? reader.fail(`tells the kind "${name}" by name`) : name;
}

function isKindKnown(kind: string): kind is KnownShape["kind"] {
  return Object.hasOwn(REQUIRED, kind);
}

/** Reads properties; one that this version does not know is kept under `?` and its number. */
export function readProps(reader: ByteReader): ShapeProps {
  const count = reader.varint(LIMITS.shapeProps);
  const props: Record<string, PropValue> = {};
  for (let index = 0; index < count; index++) {
    const key = reader.varint(2 ** 20);
    const code = Math.floor(key / FORMS.length);
    const form = FORMS[key % FORMS.length] as Form;
    const name = NAMES.get(code) ?? `?${code}`;
    if (isKnownProp(name) && PROPS[name][1] !== form) reader.fail(`gives "${name}" in the wrong form`);
    props[name] = readValue(reader, form, name);
    checkValue(reader, name, props[name]);
  }
  return props;
}

/** True for a property that has a number of its own on the wire. */
export function isKnownProp(name: string): name is keyof typeof PROPS {
  return Object.hasOwn(PROPS, name);
}

function readValue(reader: ByteReader, form: Form, name: string): PropValue {
  if (form === "number") return reader.number(MOST[name] ?? LIMITS.coordinate);
  if (form === "text") return reader.text(isLongText(name) ? LIMITS.textBytes : LIMITS.nameBytes);
  if (form === "points") return readPoints(reader, LIMITS.strokePoints);
  return reader.bytes(LIMITS.unknownBytes);
}

/** Numbers that may be larger than a length. */
const MOST: Readonly<Record<string, number>> = {
  seed: 2 ** 31,
  frame: Number.MAX_SAFE_INTEGER,
  startId: Number.MAX_SAFE_INTEGER,
  endId: Number.MAX_SAFE_INTEGER,
};

const LONG_TEXTS: readonly string[] = ["text", "label", "alt", "data", "through"];

/** Texts of newer versions may be long, as far as this one can know. */
function isLongText(name: string): boolean {
  return LONG_TEXTS.includes(name) || name.startsWith("?");
}

const FILLS: readonly PropValue[] = ["none", "solid", "hachure"];

/** Refuses what a property cannot be. */
export function checkValue(reader: ByteReader, name: string, value: PropValue): void {
  if (name === "fill" && !FILLS.includes(value)) reader.fail(`names a fill "${String(value)}" that cannot be`);
  if (name === "seed" && (value === 0 || !Number.isInteger(value)))
    reader.fail("holds a seed that is not a whole number from 1");
  if ((name === "step" || name === "fontSize") && !((value as number) > 0))
    reader.fail(`holds a "${name}" that is not above 0`);
}
