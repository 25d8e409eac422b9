import { unusable } from "../timeline-check.js";
import { partKey, partsOf, type TapePart } from "../parts.js";
import type { BlockRef, KeyframeRef, Timeline } from "../timeline.js";

// A file is: header; groups; assets; asset table; index; footer. Nothing in it says where a part is: parts stand one
// after another in the one order that follows from the index, so that their sizes say it.

/** Bytes of the header: the letters, then the version. */
export const HEADER_SIZE = 8;
export const FILE_MAGIC = "INKTAPE";

/** A keyframe and the blocks after it, up to the next keyframe; the first group of a tape may have none. */
export interface TapeGroup {
  readonly keyframe: KeyframeRef | null;
  readonly blocks: readonly BlockRef[];
}

/** A part and its bytes' place in the file. */
export interface PlacedPart {
  readonly part: TapePart;
  readonly from: number;
  readonly to: number;
  /** End of the run that a seek may read on through: keyframe and documents of a group; presence and ink of a block. */
  readonly headTo: number;
}

/** Where everything is. */
export interface FileLayout {
  /** In the order of the file. */
  readonly parts: readonly PlacedPart[];
  /** Places in `parts` by the parts' names. */
  readonly byKey: ReadonlyMap<string, number>;
  /** The first byte after the last part. */
  readonly end: number;
}

/** A block belongs to the newest keyframe that stands before its first entry. */
export function groupsOf({ blocks, keyframes }: Pick<Timeline, "blocks" | "keyframes">): TapeGroup[] {
  const groups: { keyframe: KeyframeRef | null; blocks: BlockRef[] }[] = [{ keyframe: null, blocks: [] }];
  let next = 0;
  const openUpTo = (first: number) => {
    for (; next < keyframes.length && (keyframes[next] as KeyframeRef).seq < first; next++) {
      groups.push({ keyframe: keyframes[next] as KeyframeRef, blocks: [] });
    }
  };
  for (const block of blocks) {
    openUpTo(block.first);
    groups.at(-1)?.blocks.push(block);
  }
  openUpTo(Infinity);
  return groups;
}

/** A group's parts in their order: what every seek reads; then of each block what is read where a seek ends. */
export function partsInOrder({ keyframe, blocks }: TapeGroup): { head: TapePart[]; ends: TapePart[][] } {
  const isHead = ({ type }: TapePart) => type === "document" || type === "block";
  const head: TapePart[] = blocks.flatMap((ref) => partsOf(ref).filter(isHead));
  const ends = blocks.map((ref) => {
    const rest = partsOf(ref).filter((part) => !isHead(part));
    return [...rest.filter(({ type }) => type === "presence"), ...rest.filter(({ type }) => type === "ink")];
  });
  return { head: keyframe ? [{ type: "keyframe", ref: keyframe }, ...head] : head, ends };
}

/** Encoded size of a part, as the index says. */
export function sizeOfPart({ type, ref }: TapePart): number {
  return type === "keyframe" || type === "block" ? ref.bytes : (ref.parts?.[type] ?? 0);
}

/** Finds the place of every part. Throws `tape-damaged` for an index that a file cannot have. */
export function layoutOf(timeline: Pick<Timeline, "blocks" | "keyframes">): FileLayout {
  const parts: PlacedPart[] = [];
  const byKey = new Map<string, number>();
  let end = HEADER_SIZE;
  const place = (run: readonly TapePart[]) => {
    const headTo = run.reduce((sum, part) => sum + sizeOfPart(part), end);
    for (const part of run) {
      const [from, to] = [end, end + sizeOfPart(part)];
      if (to <= from || !Number.isSafeInteger(to)) throw unusable(`the ${partKey(part)}`, "has a size that cannot be");
      byKey.set(partKey(part), parts.length);
      parts.push({ part, from, to, headTo });
      end = to;
    }
  };
  for (const { head, ends } of groupsOf(timeline).map(partsInOrder)) for (const run of [head, ...ends]) place(run);
  return { parts, byKey, end };
}
