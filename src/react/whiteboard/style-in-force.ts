import { shapeAt } from "../../board/leaves.js";
import type { Board } from "../../board/board.js";
import type { PenStyle, ToolName } from "../../canvas/tool.js";
import type { ShapeId } from "../../signal/ids.js";
import type { Shape } from "../../signal/shape.js";
import type { Signal } from "../../signal/signal.js";

/** A part of a style that a person can choose. */
export type StyleKey = keyof PenStyle;

/** A style, with null where what is selected differs. */
export type SharedStyle = { readonly [K in StyleKey]: PenStyle[K] | null };

/** What of a style each kind of shape shows, by the name of the tool that makes it. */
const KEYS: Readonly<Record<string, readonly StyleKey[]>> = {
  pen: ["color", "size"],
  ink: ["color", "size"],
  line: ["color", "size"],
  arrow: ["color", "size"],
  rectangle: ["color", "size", "fill"],
  ellipse: ["color", "size", "fill"],
  text: ["color", "fontSize"],
};

/** The parts of the style that the next shape of a tool will show; none for a tool that makes nothing. */
export function styleKeysOf(tool: ToolName): readonly StyleKey[] {
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
    fontSize: shared(shapes, "fontSize"),
  };
}

/** Signals that give the shapes a style, as far as each of them shows it. */
export function restyle(shapes: readonly Shape[], change: Partial<PenStyle>): readonly Signal[] {
  return shapes.map(({ id }) => ({ type: "shape.set" as const, id, props: change }));
}

function shared<K extends StyleKey>(shapes: readonly Shape[], key: K): PenStyle[K] | null {
  const values = new Set(shapes.filter((shape) => key in shape).map((shape) => (shape as Partial<PenStyle>)[key]));
  const [only] = values;
  return values.size === 1 ? ((only as PenStyle[K] | undefined) ?? null) : null;
}
