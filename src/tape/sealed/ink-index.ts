import type { Seq, ShapeId } from "../../signal/ids.js";
import type { InkPoints } from "../../signal/ink.js";
import type { DocumentTrack } from "./document-track.js";
import type { InkTrack } from "./ink-part.js";
import { OP } from "./plan.js";

interface Ink {
  readonly seq: number;
  readonly points: InkPoints;
}

/** Finds the ink of shapes in a block's ink part. */
export class InkIndex {
  /** Of each shape, in the order of their seqs. */
  readonly #inks = new Map<ShapeId, Ink[]>();

  constructor({ told, ops, offsets, first }: DocumentTrack, { authors, housed }: InkTrack) {
    told.forEach((what, place) => {
      const seq = first + (offsets[place] as number);
      if (what.type === "signal" || (what.type === "stroke" && ops[place] !== OP.end)) return;
      const { by, item, header } = what.type === "stroke" ? what.stroke : what.added;
      const points = authors.get(by)?.[item]?.points;
      if (points) this.#put(header.id, { seq, points });
    });
    for (const { id, seq, points } of housed) this.#put(id, { seq, points });
  }

  /** The points that a shape had right after the entry `seq`. */
  inkOf(id: ShapeId, seq: Seq): InkPoints | undefined {
    return this.#inks.get(id)?.findLast((ink) => ink.seq <= seq)?.points;
  }

  #put(id: ShapeId, ink: Ink): void {
    const inks = this.#inks.get(id);
    if (!inks) this.#inks.set(id, [ink]);
    else {
      inks.push(ink);
      inks.sort((a, b) => a.seq - b.seq);
    }
  }
}
