import type { Path } from "../geometry/path.js";

/**
 * What a custom shape looks like, bottom to top: data, so that a canvas, a replay and an SVG file show the same. Places
 * are board units from the top left corner of the shape's box; colours are palette names, which follow the theme, or
 * `#rrggbb`.
 */
export type Drawing = readonly DrawingPart[];

export type DrawingPart = PathPart | TextPart;

/** A path, filled and then stroked. */
export interface PathPart {
  /** Draws it, call by call, as on a canvas. Called whenever it is needed: it must always draw the same. */
  readonly path: (path: Path) => void;
  readonly fill?: string | undefined;
  /** A quarter of a colour on the page, as the kit's own fills. */
  readonly tint?: string | undefined;
  readonly stroke?: string | undefined;
  /** Of the stroke; the shape's own size unless it says otherwise. */
  readonly width?: number | undefined;
  /** Lengths of dashes and gaps by turns. */
  readonly dash?: readonly number[] | undefined;
}

/** A line of text, in the letters of the system. It is not broken. */
export interface TextPart {
  readonly text: string;
  readonly x: number;
  /** The middle of the line's height. */
  readonly y: number;
  readonly fontSize: number;
  /** The shape's own colour unless it says otherwise. */
  readonly color?: string | undefined;
  /** What lies at `x`: the start of the text unless it says otherwise. */
  readonly align?: "start" | "middle" | "end" | undefined;
  readonly isBold?: boolean | undefined;
}

/** Adds a rectangle to a path, its corners rounded by `radius`. */
export function rectangle(path: Path, x: number, y: number, w: number, h: number, radius = 0): void {
  const r = Math.max(0, Math.min(radius, w / 2, h / 2));
  path.moveTo(x + r, y);
  path.lineTo(x + w - r, y);
  if (r > 0) path.quadraticCurveTo(x + w, y, x + w, y + r);
  path.lineTo(x + w, y + h - r);
  if (r > 0) path.quadraticCurveTo(x + w, y + h, x + w - r, y + h);
  path.lineTo(x + r, y + h);
  if (r > 0) path.quadraticCurveTo(x, y + h, x, y + h - r);
  path.lineTo(x, y + r);
  if (r > 0) path.quadraticCurveTo(x, y, x + r, y);
  path.closePath();
}
