import type { ShapeId } from "../signal/ids.js";
import type { Shape } from "../signal/shape.js";
import { isSameGeometry } from "./same-shape.js";

/** Some 3 KB each (measured on strokes of 40 points), so 40 MB at most. */
const LIMIT = 12_000;

/**
 * Keeps what was made for a shape, by its id, and checks by value that it is still right: a seek makes new objects
 * of old shapes, and an id may stand for another shape at another time. What was not used for longest goes first.
 */
export class GeometryCache<T> {
  readonly #entries = new Map<ShapeId, { readonly shape: Shape; readonly made: T }>();

  constructor(
    private readonly make: (shape: Shape) => T,
    private readonly limit = LIMIT,
  ) {}

  get(shape: Shape): T {
    const entry = this.#entries.get(shape.id);
    const made = entry && isSameGeometry(entry.shape, shape) ? entry.made : this.make(shape);
    // Moves the entry to the end: the map's order is the order of last use.
    this.#entries.delete(shape.id);
    this.#entries.set(shape.id, { shape, made });
    if (this.#entries.size > this.limit) this.#dropOldest();
    return made;
  }

  /** Lets go of everything: what it was made with is another now. */
  clear(): void {
    this.#entries.clear();
  }

  #dropOldest(): void {
    const oldest = this.#entries.keys().next();
    if (!oldest.done) this.#entries.delete(oldest.value);
  }
}
