import { FIRST_PAGE } from "../../board/board.js";
import type { Fragment } from "../../editing/fragment.js";
import { shapeId, type MemberId, type ShapeId } from "../../signal/ids.js";
import { isOptional, withoutPlain } from "../../signal/optional.js";
import type { Shape, ShapeProps } from "../../signal/shape.js";
import { notA } from "../file-error.js";
import { isObject, objectAt } from "../json-values.js";
import { elementsOf, numberOr, textOr, type ExcalidrawElement } from "./element.js";
import type { Maker } from "./lines.js";
import { lettersOf } from "./look.js";
import { isSimplified } from "./simplified.js";
import { shapesOf } from "./shapes.js";

/** What an Excalidraw file holds, as far as a board can show it. */
export interface ExcalidrawContent {
  /** Images have the id of their file as their asset. */
  readonly shapes: Fragment;
  /** The files of images by their id: `data:` addresses. */
  readonly files: ReadonlyMap<string, string>;
  readonly notTaken: Omit<ExcalidrawNotTaken, "pictures">;
}

/** How many things of an Excalidraw file could not be taken as they were. */
export interface ExcalidrawNotTaken {
  /** Elements there is nothing like: embedded pages and such. */
  readonly elements: number;
  /** Pictures whose file is not there, is damaged, or was not taken by the room. */
  readonly pictures: number;
  /** Elements that look somewhat different: see {@link isSimplified}. */
  readonly simplified: number;
}

/**
 * Reads an Excalidraw file, or what was copied there. Lines with corners become several, in one group; crossed and
 * zigzag fills become hachures. Throws `bad-bytes`, saying what is wrong and where.
 */
export function readExcalidraw(json: unknown): ExcalidrawContent {
  const file = objectAt(json, "its content");
  if (file.type !== "excalidraw" && file.type !== "excalidraw/clipboard") throw notA("is not Excalidraw's", "type");
  const elements = elementsOf(file);
  const labels = labelsOf(elements);
  const drawn = elements.filter(({ id }) => !labels.isLabel.has(id));
  const maker = makerFor(drawn);
  const labelOf = ({ id }: ExcalidrawElement) => labels.of.get(id) ?? {};
  const made = drawn.map((element) => shapesOf(element, maker, labelOf));
  return {
    shapes: made.flatMap((shapes, index) => grouped(shapes, drawn[index]!).map(tidy)),
    files: filesOf(file.files),
    notTaken: {
      elements: made.filter((shapes) => shapes.length === 0).length,
      simplified: drawn.filter(isSimplified).length,
    },
  };
}

/** Texts that belong to a shape, as properties of that shape. */
function labelsOf(elements: readonly ExcalidrawElement[]) {
  const ids = new Set(elements.map(({ id }) => id));
  const of = new Map<string, ShapeProps>();
  const isLabel = new Set<string>();
  for (const element of elements) {
    const { raw, id, type } = element;
    if (type !== "text" || typeof raw.containerId !== "string" || !ids.has(raw.containerId)) continue;
    isLabel.add(id);
    const label = textOr(raw.originalText, textOr(raw.text, ""));
    const [labelSize, { font, align: labelAlign }] = [Math.max(1, numberOr(raw.fontSize, 20)), lettersOf(element)];
    of.set(raw.containerId, { label, labelSize, labelAlign, font });
  }
  return { of, isLabel };
}

function makerFor(elements: readonly ExcalidrawElement[]): Maker {
  const numbers = new Map(elements.map((element, index) => [element.id, { id: numbered(index + 1), element }]));
  let others = elements.length;
  const rest = ({ groups, frame }: ExcalidrawElement) => ({
    page: FIRST_PAGE,
    order: "a0",
    group: groups.map((name) => name.replaceAll("/", "_")).join("/"),
    frame: numbers.get(frame ?? "")?.id ?? 0,
  });
  return {
    base: (element) => ({ id: numbers.get(element.id)!.id, ...rest(element) }),
    another: (element) => ({ id: numbered((others += 1)), ...rest(element) }),
    find: (id) => (typeof id === "string" ? (numbers.get(id) ?? null) : null),
  };
}

function numbered(count: number): ShapeId {
  return shapeId(0 as MemberId, count);
}

/** The parts of one element as a group of their own. */
function grouped(shapes: readonly Shape[], { id, groups }: ExcalidrawElement): readonly Shape[] {
  if (shapes.length < 2) return shapes;
  const group = [...groups, `line-${id}`].map((name) => name.replaceAll("/", "_")).join("/");
  return shapes.map((shape) => ({ ...shape, group }));
}

/** Without what the kind cannot have, and what it has by being without. */
function tidy(shape: Shape): Shape {
  const needless = [
    "dash",
    "roughness",
    "label",
    "labelSize",
    "labelAlign",
    "font",
    "align",
    "rotation",
    "wrap",
  ].filter((name) => name in shape && !isOptional(shape.kind, name));
  const kept = Object.entries(shape).filter(([name]) => !needless.includes(name));
  return withoutPlain(Object.fromEntries(kept) as unknown as Shape);
}

function filesOf(value: unknown): ReadonlyMap<string, string> {
  const files = isObject(value) ? Object.entries(value) : [];
  return new Map(
    files.flatMap(([id, file]) =>
      isObject(file) && typeof file.dataURL === "string" ? [[id, file.dataURL] as const] : [],
    ),
  );
}
