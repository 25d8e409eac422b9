import { shapeAt } from "../../board/leaves.js";
import type { Board } from "../../board/board.js";
import type { AnyToolName, PenStyle } from "../../canvas/tool.js";
import type { ShapeId } from "../../signal/ids.js";
import { isOptional } from "../../signal/optional.js";
import { PLAIN } from "../../signal/plain.js";
import type { Shape } from "../../signal/shape.js";
import type { Signal } from "../../signal/signal.js";

/** A part of a style that a person can choose. */
export type StyleKey = keyof PenStyle;

/** A style, with null where what is selected differs. */
export type SharedStyle = { readonly [K in StyleKey]: PenStyle[K] | null };

/** What of a style each kind of shape shows, by the name of the tool that makes it. */
const BOX: readonly StyleKey[] = ["color", "size", "fill", "fillColor", "dash", "roughness", "opacity"];
const LINE: readonly StyleKey[] = ["color", "size", "dash", "roughness", "corners", "opacity"];
const KEYS: Readonly<Record<string, readonly StyleKey[]>> = {
  pen: ["color", "size", "opacity"],
  highlighter: ["color", "size"],
  ink: ["color", "size", "opacity"],
  line: LINE,
  arrow: LINE,
  rectangle: BOX,
  ellipse: BOX,
  diamond: BOX,
  triangle: BOX,
  star: BOX,
  text: ["color", "font", "fontSize", "align", "opacity"],
  note: ["color", "font", "fontSize", "align", "opacity"],
  image: ["opacity"],
  frame: ["color"],
};

/** The parts of the style that the next shape of a tool will show; none for a tool that makes nothing. */
export function styleKeysOf(tool: AnyToolName): readonly StyleKey[] {
  return KEYS[tool] ?? [];
}

/** The parts of the style that any of the shapes shows. */
export function styleKeysOfShapes(shapes: readonly Shape[]): readonly StyleKey[] {
  return [...new Set(shapes.flatMap(({ kind }) => KEYS[kind] ?? ["color" as const]))];
}

/** The finished shapes of those ids. */
export function shapesAt(board: Board, ids: readonly ShapeId[]): readonly Shape[] {
  return ids.flatMap((id) => shapeAt(board, id) ?? []);
}

/** What the shapes have in common. */
export function sharedStyle(shapes: readonly Shape[]): SharedStyle {
  return {
    color: shared(shapes, "color"),
    size: shared(shapes, "size"),
    fill: shared(shapes, "fill"),
    fillColor: shared(shapes, "fillColor"),
    dash: shared(shapes, "dash"),
    roughness: shared(shapes, "roughness"),
    corners: shared(shapes, "corners"),
    opacity: shared(shapes, "opacity"),
    font: shared(shapes, "font"),
    fontSize: shared(shapes, "fontSize"),
    align: shared(shapes, "align"),
  };
}

/** Signals that give the shapes a style, as far as each of them shows it. */
export function restyle(shapes: readonly Shape[], change: Partial<PenStyle>): readonly Signal[] {
  return shapes.map(({ id }) => ({ type: "shape.set" as const, id, props: change }));
}

function shared<K extends StyleKey>(shapes: readonly Shape[], key: K): PenStyle[K] | null {
  const shown = shapes.filter(({ kind }) => (KEYS[kind] ?? []).includes(key));
  const values = new Set(shown.map((shape) => (shape as Partial<PenStyle>)[key] ?? plainOf(shape, key)));
  const [only] = values;
  return values.size === 1 ? ((only as PenStyle[K] | undefined) ?? null) : null;
}

function plainOf(shape: Shape, key: StyleKey): unknown {
  return isOptional(shape.kind, key) ? PLAIN[key] : undefined;
}
