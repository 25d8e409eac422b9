import { propOf } from "../signal/optional.js";
import type { Shape } from "../signal/shape.js";
import type { ColorRole } from "./geometry/geometry.js";
import { fillColor, inkColor, inkOn, sheetColor, type Theme } from "./palette.js";

const HEX = /^#[0-9a-f]{6}$/i;
/** Many sheets of this lie on each other to make a shadow. */
const SHADOW = "rgb(0 0 0 / 3.5%)";

/** Where colours are seen: the theme, and the colour `#rrggbb` of the page's paper. */
export interface Light {
  readonly theme: Theme;
  readonly page: string;
}

/** The colour of a part of a shape, as CSS. */
export function colorOf(role: ColorRole, shape: Shape, { theme, page }: Light): string {
  switch (role) {
    case "ink":
      return isHighlighter(shape) ? sheetColor(shape.color, theme) : inkColor(shape.color, theme);
    case "tint":
      return tintOf(shape, theme);
    case "hachure":
      return inkColor(propOf(shape, "fillColor") || shape.color, theme);
    case "sheet":
      return sheetColor(shape.color, theme);
    case "onSheet":
      return inkOn(sheetColor(shape.color, theme));
    case "faint":
      return inkColor("grey", theme);
    case "page":
      return page;
    case "shadow":
      return SHADOW;
  }
}

/** True for a stroke that lets what is below shine through. */
export function isHighlighter(shape: Pick<Shape, "kind">): boolean {
  return shape.kind === "ink" && propOf(shape, "brush") === "highlighter";
}

/** How a highlighter's colour is mixed with what is below: it darkens what is light, and lightens what is dark. */
export function highlighterBlend(theme: Theme): "multiply" | "screen" {
  return theme === "light" ? "multiply" : "screen";
}

/** From 0 to 1. */
export function opacityOf(shape: Pick<Shape, "kind">): number {
  return Math.min(1, Math.max(0, propOf(shape, "opacity")));
}

/** A fill that was chosen by its very colour has just that, a named one is a tint that text can be read on. */
function tintOf(shape: Shape, theme: Theme): string {
  const chosen = propOf(shape, "fillColor");
  return HEX.test(chosen) ? chosen.toLowerCase() : fillColor(chosen || shape.color, theme);
}
