import { ownBoxOf, toOwn } from "../../board/bounds.js";
import { hits } from "../../board/hit.js";
import type { Point } from "../../board/point.js";
import { type ErrorCode, InktapeError, isInktapeError } from "../../signal/errors.js";
import { propOf } from "../../signal/optional.js";
import type { Shape } from "../../signal/shape.js";
import type { Json } from "../../signal/signal.js";
import type { Theme } from "../palette.js";
import type { CustomShape, ShapeDefinition } from "./define-shape.js";
import type { Drawing } from "./drawing.js";

/** A drawing, or why there is none. */
export type Drawn = { readonly drawing: Drawing } | { readonly error: ErrorCode };

type Parsed = { readonly definition: ShapeDefinition; readonly shape: CustomShape<Json> };

/**
 * The kinds of shapes that an app has declared. What an app's code throws stays here: a shape that cannot be painted is
 * shown as a labelled box.
 */
export class CustomShapes {
  /** As they were declared. */
  readonly definitions: readonly ShapeDefinition[];
  readonly #definitions: ReadonlyMap<string, ShapeDefinition>;
  readonly #drawn: Record<Theme, WeakMap<Shape, Drawn>> = { light: new WeakMap(), dark: new WeakMap() };
  readonly #onError: (error: InktapeError) => void;

  /** @param onError hears once of each shape, in each theme, that cannot be painted. */
  constructor(definitions: readonly ShapeDefinition[], onError: (error: InktapeError) => void = () => undefined) {
    this.definitions = definitions;
    this.#definitions = new Map(definitions.map((definition) => [definition.kind, definition]));
    this.#onError = onError;
  }

  /** What a shape looks like from the top left corner of its box; null for a kind that is not declared. */
  draw(shape: Shape, theme: Theme): Drawn | null {
    if (!this.#definitions.has(shape.kind)) return null;
    const known = this.#drawn[theme].get(shape);
    if (known) return known;
    const drawn = this.#paint(shape, theme);
    this.#drawn[theme].set(shape, drawn);
    return drawn;
  }

  /** How far a shape's drawing may reach over its box, in board units: there it is cut, whatever its painter does. */
  reachOf(shape: Shape): number {
    return shape.size + (this.#definitions.get(shape.kind)?.overflow ?? 0);
  }

  /** As {@link hits} of the board, but of declared kinds as they say. */
  hits(shape: Shape, point: Point, tolerance: number): boolean {
    if (!hits(shape, point, tolerance)) return false;
    try {
      const parsed = this.#definitions.get(shape.kind)?.hitTest && this.#parse(shape);
      if (!parsed) return true;
      const [own, box] = [toOwn(shape, point), ownBoxOf(shape)];
      return parsed.definition.hitTest?.(parsed.shape, { x: own.x - box.x, y: own.y - box.y }, tolerance) ?? true;
    } catch {
      return true;
    }
  }

  /** What it is called; null for a kind that is not declared, or that says nothing. */
  labelOf(shape: Shape): string | null {
    try {
      const parsed = this.#definitions.get(shape.kind)?.label && this.#parse(shape);
      return parsed ? (parsed.definition.label?.(parsed.shape) ?? null) : null;
    } catch {
      return null;
    }
  }

  #paint(shape: Shape, theme: Theme): Drawn {
    try {
      const parsed = this.#parse(shape);
      return { drawing: parsed.definition.paint(parsed.shape, theme) };
    } catch (cause) {
      const error = isInktapeError(cause)
        ? cause
        : new InktapeError("bad-argument", `The painter of "${shape.kind}" failed on shape ${shape.id}.`, { cause });
      this.#onError(error);
      return { error: error.code };
    }
  }

  #parse(shape: Shape): Parsed {
    const definition = this.#definitions.get(shape.kind) as ShapeDefinition;
    const { w, h } = ownBoxOf(shape);
    const { id, color, size } = shape;
    return { definition, shape: { id, color, size, w, h, props: propsOf(shape, definition) } };
  }
}

function propsOf(shape: Shape, { schema, kind }: ShapeDefinition): Json {
  const data = propOf(shape, "data");
  const result = schema["~standard"].validate(data === "" ? undefined : (JSON.parse(data) as unknown));
  if (result instanceof Promise) {
    throw new InktapeError("bad-argument", `The schema of "${kind}" answers later: it must check at once.`);
  }
  if (result.issues) {
    const said = result.issues.map(({ message }) => message).join("; ");
    throw new InktapeError("bad-argument", `Shape ${shape.id} of "${kind}" is not as its schema says: ${said}`);
  }
  return result.value;
}
