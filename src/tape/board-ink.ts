import type { Board, Leaf, MutableBoard } from "../board/board.js";
import type { Box } from "../board/bounds.js";
import { mapLeaves } from "../board/leaves.js";
import type { PageId, Seq } from "../signal/ids.js";
import type { InkPoints } from "../signal/ink.js";
import type { InkFinder } from "./keyframe/ink-home.js";
import { isLoaded, type InkShape, type Shape } from "../signal/shape.js";

/** After which entries the ink that is not loaded was stored, each once. */
export function storedSeqs({ branches }: Pick<Board, "branches">): Set<Seq> {
  const seqs = new Set<Seq>();
  for (const branch of branches) {
    for (const leaf of branch ?? []) {
      for (const shape of leaf ?? []) if (shape && isStored(shape)) seqs.add(shape.points.seq);
    }
  }
  return seqs;
}

/** What somebody sees of a board. */
export interface Sight {
  readonly page: PageId;
  readonly box: Box;
}

/** After which entries the ink was stored that is not loaded, and that begins in sight. */
export function storedInSight({ branches }: Pick<Board, "branches">, { page, box }: Sight): Set<Seq> {
  const seqs = new Set<Seq>();
  for (const branch of branches) {
    for (const leaf of branch ?? []) {
      for (const shape of leaf ?? []) {
        if (!shape || !isStored(shape) || shape.page !== page) continue;
        const { x, y } = shape;
        if (x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h) seqs.add(shape.points.seq);
      }
    }
  }
  return seqs;
}

/** Puts the ink that can be found into a board of one's own. */
export function loadInk(board: Pick<MutableBoard, "branches">, find: InkFinder): void {
  for (const branch of board.branches) {
    for (const leaf of branch ?? []) {
      if (!leaf) continue;
      for (let slot = 0; slot < leaf.length; slot++) {
        const shape = leaf[slot];
        const points = shape && isStored(shape) && find(shape.id, shape.points.seq);
        if (points) leaf[slot] = { ...(shape as InkShape), points };
      }
    }
  }
}

/** Puts ink into boards: once into a leaf that several share, so that they share what comes out. */
export class InkFilling {
  readonly #filled = new WeakMap<Leaf, { readonly leaf: Leaf; readonly version: number }>();

  /**
   * The board with the ink that can be found, sharing all else with it.
   *
   * @param version another one whenever more ink can be found than before.
   */
  fill(board: Board, find: InkFinder, version: number): Board {
    const branches = mapLeaves(board.branches, (leaf) => {
      const known = this.#filled.get(leaf);
      if (known?.version === version) return known.leaf;
      const filled = withInk(leaf, find);
      this.#filled.set(leaf, { leaf: filled, version });
      if (filled !== leaf) this.#filled.set(filled, { leaf: filled, version });
      return filled;
    });
    return branches === board.branches ? board : { ...board, branches };
  }
}

function withInk(leaf: Leaf, find: InkFinder): Leaf {
  let copy: (Shape | null)[] | null = null;
  for (let slot = 0; slot < leaf.length; slot++) {
    const shape = leaf[slot];
    const points = shape && isStored(shape) && find(shape.id, shape.points.seq);
    if (points) (copy ??= [...leaf])[slot] = { ...(shape as InkShape), points };
  }
  return copy ?? leaf;
}

function isStored(shape: Shape): shape is InkShape & { readonly points: Exclude<InkShape["points"], InkPoints> } {
  return shape.kind === "ink" && !isLoaded((shape as InkShape).points);
}
