import type { Millis, ShapeId } from "../signal/ids.js";
import type { Cursor, MemberCamera } from "../signal/signal.js";

/** A cursor with where it was before, so that a viewer can let it glide from there. */
export interface CursorSample extends Cursor {
  readonly at: Millis;
  readonly from: (Cursor & { readonly at: Millis }) | null;
}

/**
 * What a member is doing right now. Replaced as a whole, never patched; a class, so that immer hands it out as it is
 * instead of behind a proxy.
 */
export class Presence {
  constructor(
    readonly cursor: CursorSample | null,
    readonly camera: MemberCamera | null,
    readonly selection: readonly ShapeId[],
  ) {}

  static readonly NONE = new Presence(null, null, []);
}
