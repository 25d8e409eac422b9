import { shapeAt } from "../../board/leaves.js";
import type { Board } from "../../board/board.js";
import type { AnyToolName, PenStyle, ToolContext } from "../../canvas/tool.js";
import { written } from "../../canvas/writing/words.js";
import type { ShapeId } from "../../signal/ids.js";
import { isOptional, propOf } from "../../signal/optional.js";
import { PLAIN } from "../../signal/plain.js";
import type { Shape, ShapeProps, TextShape } from "../../signal/shape.js";
import type { Signal } from "../../signal/signal.js";
import type { Editor } from "./editor.js";

/** A part of a style that a person can choose. */
export type StyleKey = keyof PenStyle;

/** A style, with null where what is selected differs. */
export type SharedStyle = { readonly [K in StyleKey]: PenStyle[K] | null };

/** What of a style a label shows, by the names that the shape has it under. */
const OF_LABEL = { font: "font", fontSize: "labelSize", align: "labelAlign" } as const;

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
  return [
    ...new Set(shapes.flatMap((shape) => [...(KEYS[shape.kind] ?? (["color"] as const)), ...labelKeysOf(shape)])),
  ];
}

/** The parts of the style that can be chosen now: of what is selected, or else of what the tool in hand makes next. */
export function styleKeysInForce({ board, selection, choices }: Editor): readonly StyleKey[] {
  const shapes = shapesAt(board(), selection.get());
  return shapes.length > 0 ? styleKeysOfShapes(shapes) : styleKeysOf(choices.tool.get());
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

/** Signals that give the shapes a style, as far as each of them shows it. Texts in other letters are measured. */
export function restyle(shapes: readonly Shape[], change: Partial<PenStyle>, context: ToolContext): readonly Signal[] {
  return shapes.flatMap((shape) => {
    const parts = Object.entries(change).flatMap(([key, value]) => {
      const name = nameOn(shape, key as StyleKey);
      return name === null ? [] : [[name, value] as const];
    });
    if (parts.length === 0) return [];
    const props = { ...Object.fromEntries(parts), ...boxOf(shape, change, context) };
    return { type: "shape.set" as const, id: shape.id, props };
  });
}

/** The size of the box of a text once it has other letters. */
function boxOf(shape: Shape, change: Partial<PenStyle>, context: ToolContext): ShapeProps {
  if (shape.kind !== "text" || (change.font === undefined && change.fontSize === undefined)) return {};
  const { text: _text, ...box } = written({ ...shape, ...change } as Shape, (shape as TextShape).text, context);
  return box;
}

/** What a shape has of a part of the style; undefined for what it does not show. */
export function styleOn<K extends StyleKey>(shape: Shape, key: K): PenStyle[K] | undefined {
  const name = KEYS[shape.kind] === undefined ? null : nameOn(shape, key);
  if (name === null) return undefined;
  const plain = isOptional(shape.kind, name) ? PLAIN[name] : undefined;
  return ((shape as { readonly [prop: string]: unknown })[name] ?? plain) as PenStyle[K] | undefined;
}

function shared<K extends StyleKey>(shapes: readonly Shape[], key: K): PenStyle[K] | null {
  const shown = shapes.filter((shape) => KEYS[shape.kind] !== undefined && nameOn(shape, key) !== null);
  const values = new Set(shown.map((shape) => styleOn(shape, key)));
  const [only] = values;
  return values.size === 1 ? (only ?? null) : null;
}

/** The property that a shape shows a part of the style by; null when it does not. A kind of an app's own may show all. */
function nameOn(shape: Shape, key: StyleKey): string | null {
  const keys = KEYS[shape.kind];
  if (keys === undefined || keys.includes(key)) return key;
  return labelKeysOf(shape).includes(key as keyof typeof OF_LABEL) ? OF_LABEL[key as keyof typeof OF_LABEL] : null;
}

/** What of the style is to be seen on a shape's label: nothing on none, and in the middle of a line no alignment. */
function labelKeysOf(shape: Shape): readonly (keyof typeof OF_LABEL)[] {
  if (!isOptional(shape.kind, "label") || propOf(shape, "label") === "") return [];
  return isOptional(shape.kind, "labelAlign") ? ["font", "fontSize", "align"] : ["font", "fontSize"];
}
