import type { Entry } from "../../src/signal/entry.js";
import { encodeTimeline } from "../../src/tape/index-bytes.js";
import { openBlock } from "../../src/tape/open-block.js";
import { fetchPart, partsOf } from "../../src/tape/parts.js";
import type { TapeSource } from "../../src/tape/tape-source.js";
import type { BlockPart, BlockRef, Timeline } from "../../src/tape/timeline.js";

/** A sealed block as it is stored. */
export interface StoredBlock {
  readonly ref: BlockRef;
  /** In the order of `partsOf(ref)`. */
  readonly bytes: readonly Uint8Array[];
}

/** What a tape's bytes are. */
export type TapeBytes = { readonly [part in BlockPart | "keyframes" | "index"]: number };

/** All of a tape that is sealed to its end. */
export class StoredTape {
  private constructor(
    readonly timeline: Timeline,
    readonly blocks: readonly StoredBlock[],
  ) {}

  /** Reads a tape. Throws for one with an end that is not sealed. */
  static async read(source: TapeSource): Promise<StoredTape> {
    const timeline = await source.timeline();
    const blocks: StoredBlock[] = [];
    for (const ref of timeline.blocks) {
      if (ref.bytes === 0) throw new Error(`The entries ${ref.first} to ${ref.last} are not sealed.`);
      blocks.push({ ref, bytes: await Promise.all(partsOf(ref).map((part) => fetchPart(source, part))) });
    }
    return new StoredTape(timeline, blocks);
  }

  get bytes(): TapeBytes {
    const sum = (part: BlockPart) => this.blocks.reduce((bytes, { ref }) => bytes + (ref.parts?.[part] ?? 0), 0);
    return {
      document: sum("document"),
      ink: sum("ink"),
      presence: sum("presence"),
      keyframes: this.timeline.keyframes.reduce((bytes, keyframe) => bytes + keyframe.bytes, 0),
      index: encodeTimeline(this.timeline).length,
    };
  }

  *entries(): Iterable<Entry> {
    for (const { ref, bytes } of this.blocks) yield* openBlock(ref, bytes).entries;
  }
}
