import type { Seq } from "./ids.js";

/**
 * Ink that is on the tape and not loaded: it stands in a shape in the place of its points. A board from a tape can be
 * shown and played on before ink that is far off has come.
 */
export class StoredInk {
  /** @param seq the points are those the shape had right after this entry; the tape keeps them with its block. */
  constructor(readonly seq: Seq) {}
}
