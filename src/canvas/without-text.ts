import { propOf } from "../signal/optional.js";
import type { Shape } from "../signal/shape.js";
import type { SceneItem } from "./scene.js";

/** The same item each time, so that what was painted without its text is known to be. */
const made = new WeakMap<SceneItem, SceneItem>();

/** An item without its shape's text or label; itself when it has none. */
export function withoutText(item: SceneItem): SceneItem {
  if (!hasText(item.shape)) return item;
  const known = made.get(item);
  if (known) return known;
  const without = {
    ...item,
    shape: { ...item.shape, ...("text" in item.shape ? { text: "" } : { label: "" }) } as Shape,
  };
  made.set(item, without);
  return without;
}

/** True for a shape with something to read. */
export function hasText(shape: Shape): boolean {
  const text = "text" in shape ? shape.text : "";
  return text !== "" || propOf(shape, "label") !== "" || propOf(shape, "alt") !== "";
}
