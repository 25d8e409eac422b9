import type { InkPoints } from "../signal/ink.js";
import type { PropValue, Shape } from "../signal/shape.js";

/**
 * True when the two shapes are drawn alike and stand in the same place. By value: a seek makes new objects of what
 * has not changed.
 */
export function isSameShape(a: Shape, b: Shape): boolean {
  if (a === b) return true;
  const names = Object.keys(a) as (keyof Shape)[];
  return names.length === Object.keys(b).length && names.every((name) => isSameValue(a[name], b[name]));
}

/** True when what a cached drawing is made of is the same; place, turn, colours and order are not part of it. */
export function isSameGeometry(a: Shape, b: Shape): boolean {
  if (a === b) return true;
  return a.kind === b.kind && GEOMETRY_PROPS.every((name) => isSameValue(propOf(a, name), propOf(b, name)));
}

const GEOMETRY_PROPS = [
  ...["size", "w", "h", "seed", "fill", "dash", "roughness"],
  ...["step", "points", "brush", "scaleX", "scaleY"],
  ...["bend", "through", "corners", "startHead", "endHead"],
  ...["text", "fontSize", "boxW", "wrap", "label", "labelSize", "labelAlign", "font", "align"],
  ...["asset", "alt", "cropX", "cropY", "cropW", "cropH"],
] as const;

function propOf(shape: Shape, name: string): PropValue | undefined {
  return (shape as { readonly [prop: string]: PropValue | undefined })[name];
}

function isSameValue(a: PropValue | undefined, b: PropValue | undefined): boolean {
  if (a === b) return true;
  if (a instanceof Int32Array) return b instanceof Int32Array && isSameList(a, b);
  return a instanceof Uint8Array && b instanceof Uint8Array && isSameList(a, b);
}

function isSameList(a: InkPoints | Uint8Array, b: InkPoints | Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
}
