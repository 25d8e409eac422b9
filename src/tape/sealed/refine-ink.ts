import type { InkItem } from "../ink/ink-item.js";
import { damaged } from "../envelope.js";
import { isSamePoints } from "../same-points.js";
import { encodeInkPart } from "./encode-ink-part.js";
import { decodeInkPart, type InkTrack } from "./ink-part.js";

/**
 * Writes a plain ink part in the fine form, reads that again and compares: what comes back is certain to be the same ink.
 * Throws `tape-damaged` when the part cannot be read, or the fine one does not read as it was meant.
 */
export function refineInk(plain: Uint8Array): Uint8Array {
  const track = decodeInkPart(plain);
  const fine = encodeInkPart(track, "fine");
  if (isSameTrack(track, decodeInkPart(fine))) return fine;
  throw damaged("ink", "does not read as it was written, so it stays plain; please report this");
}

function isSameTrack(a: InkTrack, b: InkTrack): boolean {
  if (a.authors.size !== b.authors.size || a.housed.length !== b.housed.length) return false;
  for (const [member, items] of a.authors) {
    const others = b.authors.get(member);
    if (others?.length !== items.length || !items.every((item, at) => isSameItem(item, others[at]))) return false;
  }
  return a.housed.every(({ id, seq, points }, at) => {
    const other = b.housed[at];
    return other?.id === id && other.seq === seq && isSamePoints(other.points, points);
  });
}

function isSameItem({ points, batches }: InkItem, other: InkItem | undefined): boolean {
  if (!isSamePoints(other?.points, points) || batches?.length !== other?.batches?.length) return false;
  return (batches ?? []).every(({ count, at }, index) => {
    const batch = other?.batches?.[index];
    return batch?.count === count && batch.at === at;
  });
}
