import { listAt, numberAt, objectAt, textAt, type JsonObject } from "../json-values.js";

/** One element of an Excalidraw file, as far as all kinds have it. Lengths are board units, angles radians. */
export interface ExcalidrawElement {
  readonly id: string;
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Around the middle of its box. */
  readonly angle: number;
  readonly seed: number;
  readonly groups: readonly string[];
  readonly frame: string | null;
  /** All that it came with. */
  readonly raw: JsonObject;
  /** Where in the file it is. */
  readonly where: string;
}

/** The elements of a file or of what was copied, from the lowest to the highest, without those that were deleted. */
export function elementsOf(file: JsonObject): readonly ExcalidrawElement[] {
  return listAt(file.elements, "elements").flatMap((value, index) => {
    const where = `elements[${index}]`;
    const raw = objectAt(value, where);
    return raw.isDeleted === true ? [] : [elementOf(raw, where)];
  });
}

/** Points as `[x, y]` from the element's own place. */
export function pointsAt({ raw, where }: ExcalidrawElement): readonly (readonly [number, number])[] {
  return listAt(raw.points, `${where}.points`).map((point, index) => {
    const place = `${where}.points[${index}]`;
    const [x, y] = listAt(point, place);
    return [numberAt(x, `${place}[0]`), numberAt(y, `${place}[1]`)];
  });
}

/** A number that an element may have, or else another. */
export function numberOr(value: unknown, other: number): number {
  return typeof value === "number" && Number.isFinite(value) ? value : other;
}

/** A text that an element may have, or else another. */
export function textOr(value: unknown, other: string): string {
  return typeof value === "string" ? value : other;
}

function elementOf(raw: JsonObject, where: string): ExcalidrawElement {
  const groups = Array.isArray(raw.groupIds) ? raw.groupIds.filter((id) => typeof id === "string") : [];
  return {
    id: textAt(raw.id, `${where}.id`),
    type: textAt(raw.type, `${where}.type`),
    x: numberAt(raw.x, `${where}.x`),
    y: numberAt(raw.y, `${where}.y`),
    width: numberOr(raw.width, 0),
    height: numberOr(raw.height, 0),
    angle: numberOr(raw.angle, 0),
    seed: 1 + (Math.abs(Math.round(numberOr(raw.seed, 1))) % (2 ** 31 - 1)),
    // Theirs are listed from the innermost.
    groups: groups.toReversed(),
    frame: typeof raw.frameId === "string" ? raw.frameId : null,
    raw,
    where,
  };
}
