import type { Fill, ShapeProps } from "../../signal/shape.js";
import { type ExcalidrawElement, numberOr, textOr } from "./element.js";

/** Excalidraw's black, which turns white on dark ground, as ours does by this name. */
const BLACK = "#1e1e1e";
const FONTS: Readonly<Record<number, string>> = {
  1: "hand",
  2: "sans",
  3: "mono",
  5: "hand",
  6: "sans",
  7: "sans",
  8: "mono",
};
const ALIGN: Readonly<Record<string, string>> = { left: "start", center: "middle", right: "end" };
const HEADS: Readonly<Record<string, string>> = {
  arrow: "arrow",
  bar: "bar",
  dot: "dot",
  circle: "dot",
  circle_outline: "dot",
  diamond: "dot",
  diamond_outline: "dot",
  triangle: "triangle",
  triangle_outline: "triangle",
};

/** How an element is drawn: colour, width, dash, roughness, opacity, and whether it is locked. */
export function lookOf({ raw }: ExcalidrawElement): { readonly color: string; readonly size: number } & ShapeProps {
  return {
    color: colorOf(raw.strokeColor),
    size: Math.max(0.25, numberOr(raw.strokeWidth, 2)),
    opacity: Math.min(1, Math.max(0, numberOr(raw.opacity, 100) / 100)),
    locked: raw.locked === true ? 1 : 0,
  };
}

/** How its outline is drawn. */
export function outlineOf({ raw }: ExcalidrawElement): ShapeProps {
  const dash = textOr(raw.strokeStyle, "solid");
  return {
    dash: dash === "dashed" || dash === "dotted" ? dash : "solid",
    roughness: Math.min(2, Math.max(0, Math.round(numberOr(raw.roughness, 1)))),
  };
}

/** How it is filled. Their zigzags and crossed lines become hachures. */
export function fillOf({ raw }: ExcalidrawElement): { readonly fill: Fill; readonly fillColor: string } {
  const background = textOr(raw.backgroundColor, "transparent");
  if (background === "transparent" || background === "") return { fill: "none", fillColor: "" };
  return { fill: raw.fillStyle === "solid" ? "solid" : "hachure", fillColor: colorOf(background) };
}

/** How its letters look; `fontSize` apart, which texts and labels have under different names. */
export function lettersOf({ raw }: ExcalidrawElement): { readonly font: string; readonly align: string } {
  return {
    font: FONTS[numberOr(raw.fontFamily, 1)] ?? "sans",
    align: ALIGN[textOr(raw.textAlign, "left")] ?? "start",
  };
}

/** What stands at the end of a line. */
export function headOf(value: unknown): string {
  return typeof value === "string" ? (HEADS[value] ?? "arrow") : "none";
}

function colorOf(value: unknown): string {
  const color = textOr(value, BLACK).toLowerCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(color);
  const full = short
    ? `#${short
        .slice(1)
        .map((digit) => digit + digit)
        .join("")}`
    : color.slice(0, 7);
  return full === BLACK || full === "#000000" || !/^#[0-9a-f]{6}$/.test(full) ? "black" : full;
}
