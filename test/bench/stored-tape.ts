import { deflateSync } from "node:zlib";
import type { Entry } from "../../src/signal/entry.js";
import type { BlockBytes } from "../../src/tape/block-info.js";
import { openSealed } from "../../src/tape/sealed/sealed-block.js";
import type { TapeSource } from "../../src/tape/tape-source.js";
import { BLOCK_PARTS, type BlockPart, type BlockRef, type Timeline } from "../../src/tape/timeline.js";

/** A sealed block as it is stored. */
export interface StoredBlock {
  readonly ref: BlockRef;
  readonly parts: BlockBytes;
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
      if (!ref.parts) throw new Error(`The entries ${ref.first} to ${ref.last} are not sealed.`);
      const [document, ink, presence] = await Promise.all(BLOCK_PARTS.map((part) => source.part(ref, part)));
      blocks.push({ ref, parts: { document: document!, ink: ink!, presence: presence! } });
    }
    return new StoredTape(timeline, blocks);
  }

  get bytes(): TapeBytes {
    const sum = (part: BlockPart) => this.blocks.reduce((bytes, { parts }) => bytes + parts[part].length, 0);
    return {
      document: sum("document"),
      ink: sum("ink"),
      presence: sum("presence"),
      keyframes: this.timeline.keyframes.reduce((bytes, keyframe) => bytes + keyframe.bytes, 0),
      index: indexBytes(this.timeline),
    };
  }

  *entries(): Iterable<Entry> {
    for (const { ref, parts } of this.blocks) yield* openSealed(parts, ref.to).entries();
  }
}

/** The length of a tape's index as it is stored. */
export function indexBytes(timeline: Timeline): number {
  return deflateSync(JSON.stringify(timeline), { level: 9 }).length;
}
