import type { Seq, ShapeId } from "../../signal/ids.js";
import type { InkPoints } from "../../signal/ink.js";
import type { DocumentPart } from "./document-part.js";
import type { InkTrack } from "./ink-part.js";
import { OP } from "./op.js";

interface Ink {
  /** The op that brought it; null for ink that no entry brought. */
  readonly op: number | null;
  /** The entry after which the shape had it, once the order is known. */
  seq: number;
  readonly points: InkPoints;
}

/** Finds the ink of shapes in a block's ink part. */
export class InkIndex {
  /** Of each shape. */
  readonly #inks = new Map<ShapeId, Ink[]>();

  readonly #part: DocumentPart;
  #hasOrder = false;

  constructor(part: DocumentPart, { authors, housed }: InkTrack) {
    this.#part = part;
    part.ops.told.forEach((what, place) => {
      if (what.type === "signal" || part.ops.ops[place] === OP.begin) return;
      const { by, item, header } = what.type === "stroke" ? what.stroke : what.added;
      const points = authors.get(by)?.[item]?.points;
      if (points) this.#put(header.id, { op: place, seq: 0, points });
    });
    for (const { id, seq, points } of housed) this.#put(id, { op: null, seq, points });
  }

  /** The points that a shape had right after the entry `seq`. */
  inkOf(id: ShapeId, seq: Seq): InkPoints | undefined {
    const inks = this.#inks.get(id);
    // Nearly always there is one, and its place in the order need not be known.
    if (!inks || inks.length === 1) return inks?.[0]?.points;
    if (!this.#hasOrder) this.#order();
    return inks.findLast((ink) => ink.seq <= seq)?.points;
  }

  #order(): void {
    const { ops, offsets, first } = this.#part.track;
    const seqs: number[] = [];
    ops.forEach((op, place) => {
      if (op !== OP.append) seqs.push(first + (offsets[place] as number));
    });
    for (const inks of this.#inks.values()) {
      for (const ink of inks) if (ink.op !== null) ink.seq = seqs[ink.op] as number;
      inks.sort((a, b) => a.seq - b.seq);
    }
    this.#hasOrder = true;
  }

  #put(id: ShapeId, ink: Ink): void {
    const inks = this.#inks.get(id);
    if (inks) inks.push(ink);
    else this.#inks.set(id, [ink]);
  }
}
