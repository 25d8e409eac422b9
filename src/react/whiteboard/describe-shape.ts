import type { CustomShapes } from "../../picture/custom/custom-shapes.js";
import type { Shape } from "../../signal/shape.js";
import { isKnownShape } from "../../signal/shape.js";
import { propOf } from "../../signal/optional.js";
import type { Messages } from "../messages/messages.js";

/** More of a text is not said when its shape is passed by. */
const MAX_TEXT = 80;

/** What a shape is, with what is written in it, or what the app calls it: for those who cannot see it. */
export function describeShape(
  shape: Shape,
  messages: Pick<Messages, "shape" | "shapeNamed">,
  custom: Pick<CustomShapes, "labelOf">,
): string {
  const called = custom.labelOf(shape);
  if (called !== null) return shortened(called);
  const kind = isKnownShape(shape) ? messages.shape[shape.kind] : messages.shape.other;
  return messages.shapeNamed(kind, shortened(textIn(shape)));
}

function textIn(shape: Shape): string {
  if (isKnownShape(shape) && "text" in shape) return shape.text;
  return shape.kind === "image" ? propOf(shape, "alt") : propOf(shape, "label");
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const letters = [...line];
  return letters.length > MAX_TEXT ? `${letters.slice(0, MAX_TEXT).join("")}…` : line;
}
