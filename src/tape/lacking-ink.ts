import type { Seq } from "../signal/ids.js";
import { storedInSight, type Sight } from "./board-ink.js";
import type { KnownBoard } from "./known-board.js";
import { partsOf, type TapePart } from "./parts.js";
import type { Shelf } from "./shelf.js";
import type { BlockRef } from "./timeline.js";
import type { Way } from "./way.js";

/** First entries of the blocks that keep ink of these entries and whose ink is not at hand. */
export function blocksLacking(shelf: Shelf, lists: readonly ArrayLike<number>[]): ReadonlySet<Seq> {
  const refs = new Set<BlockRef>();
  let ref: BlockRef | undefined;
  for (const seqs of lists) {
    for (let index = 0; index < seqs.length; index++) {
      const seq = seqs[index] as Seq;
      if (ref && seq >= ref.first && seq <= ref.last) continue;
      ref = shelf.blockOf(seq);
      if (ref) refs.add(ref);
    }
  }
  return new Set([...refs].filter((ref) => !shelf.has({ type: "ink", ref })).map(({ first }) => first));
}

/** The ink of the block that is shown comes first: it is needed to play on. Then what begins in sight. */
export function urgentInk(
  shelf: Shelf,
  { board, stored }: KnownBoard,
  { blocks }: Way,
  sight: Sight | null,
): readonly TapePart[] {
  const shown = blocks.at(-1);
  const own = shown ? inkPartsFor(shelf, shown.first) : [];
  const inSight = sight && stored.size > 0 ? [...storedInSight(board, sight)] : [];
  return [...own, ...inSight.flatMap((seq) => inkPartsFor(shelf, seq))];
}

/** What has to be loaded for all ink that a board lacks, the newest first. */
export function missingInk(shelf: Shelf, { stored }: KnownBoard): readonly TapePart[] {
  return [...stored].sort((a, b) => b - a).flatMap((first) => inkPartsFor(shelf, first));
}

/** What has to be loaded for ink that the block of an entry keeps. Whose ink it is stands in the document part. */
export function inkPartsFor(shelf: Shelf, seq: Seq): readonly TapePart[] {
  const ref = shelf.blockOf(seq);
  const parts = ref?.parts ? partsOf(ref).filter(({ type }) => type !== "presence") : [];
  return parts.filter((part) => !shelf.has(part));
}
