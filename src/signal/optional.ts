import { PLAIN, type OptionalProp, type OptionalValue } from "./plain.js";
import type { KnownShape, PropValue, Shape } from "./shape.js";

const ALL = ["rotation", "opacity", "group", "frame", "locked"] as const;
const LABEL = ["label", "labelSize", "font", "align"] as const;
const BOX = [...ALL, ...LABEL, "labelAlign", "dash", "roughness", "fillColor"] as const;
const LINE = [
  ...ALL,
  ...LABEL,
  "dash",
  "roughness",
  "bend",
  "through",
  "corners",
  "startHead",
  "endHead",
  "startId",
  "startX",
  "startY",
  "endId",
  "endX",
  "endY",
] as const;

const OF_KIND: { readonly [K in KnownShape["kind"]]: readonly OptionalProp[] } = {
  ink: [...ALL, "brush", "scaleX", "scaleY"],
  rectangle: BOX,
  ellipse: BOX,
  diamond: BOX,
  triangle: BOX,
  star: BOX,
  line: LINE,
  arrow: LINE,
  text: [...ALL, "font", "align", "boxW", "boxH", "wrap"],
  note: [...ALL, "font", "align"],
  image: [...ALL, "alt", "cropX", "cropY", "cropW", "cropH"],
  frame: ALL,
};
const OF_OTHERS: readonly OptionalProp[] = [...ALL, ...LABEL, "data"];

/** True for a property that shapes of that kind need not have. */
export function isOptional(kind: Shape["kind"], name: string): name is OptionalProp {
  const names = Object.hasOwn(OF_KIND, kind) ? OF_KIND[kind as KnownShape["kind"]] : OF_OTHERS;
  return (names as readonly string[]).includes(name);
}

/** True for a value that a shape of that kind has by not having the property. */
export function isPlainValue(kind: Shape["kind"], name: string, value: PropValue): boolean {
  return isOptional(kind, name) && PLAIN[name] === value;
}

/** What a shape has of a property, or the plain value. */
export function propOf<K extends OptionalProp>(shape: Pick<Shape, "kind">, name: K): OptionalValue<K> {
  const value = (shape as { readonly [prop: string]: PropValue | undefined })[name] ?? PLAIN[name];
  return (typeof value === typeof PLAIN[name] ? value : PLAIN[name]) as OptionalValue<K>;
}

/** The same shape without properties of plain values; the same object when it has none. */
export function withoutPlain<S extends Pick<Shape, "kind">>(shape: S): S {
  const entries = Object.entries(shape) as [string, PropValue][];
  if (!entries.some(([name, value]) => isPlainValue(shape.kind, name, value))) return shape;
  return Object.fromEntries(entries.filter(([name, value]) => !isPlainValue(shape.kind, name, value))) as S;
}
