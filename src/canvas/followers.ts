import { boundTo } from "../board/binding.js";
import type { ShapeId } from "../signal/ids.js";
import { propOf } from "../signal/optional.js";
import type { Shape } from "../signal/shape.js";

/** Which shapes look as they do because of others: lines bound to them, and what is in a frame. */
export class Followers {
  readonly #followers = new Map<ShapeId, Set<ShapeId>>();
  readonly #followed = new Map<ShapeId, readonly ShapeId[]>();

  /** Those that are to be looked at again when the shape of that id changes, comes or goes. */
  of(id: ShapeId): readonly ShapeId[] {
    return [...(this.#followers.get(id) ?? [])];
  }

  /** Says what a shape is like now; null when it is gone. */
  note(id: ShapeId, shape: Shape | null): void {
    const [before, after] = [this.#followed.get(id) ?? [], shape ? followedBy(shape) : []];
    for (const other of before) this.#leave(id, other);
    for (const other of after) {
      const others = this.#followers.get(other);
      if (others) others.add(id);
      else this.#followers.set(other, new Set([id]));
    }
    if (after.length > 0) this.#followed.set(id, after);
    else this.#followed.delete(id);
  }

  #leave(id: ShapeId, other: ShapeId): void {
    const others = this.#followers.get(other);
    others?.delete(id);
    if (others?.size === 0) this.#followers.delete(other);
  }
}

function followedBy(shape: Shape): readonly ShapeId[] {
  const frame = propOf(shape, "frame") as ShapeId;
  const bound = boundTo(shape);
  return (frame as number) === 0 ? bound : [...bound, frame];
}
