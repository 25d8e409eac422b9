import type { Clock } from "../clock/clock.js";
import type { Entry } from "../signal/entry.js";
import type { Millis } from "../signal/ids.js";
import { BLOCK_LIMITS } from "../tape/block.js";
import { encodeBlock } from "../tape/encode-block.js";
import { sealedEntries } from "../tape/sealed/sealed-block.js";
import type { TapeSource } from "../tape/tape-source.js";
import type { BlockRef } from "../tape/timeline.js";
import { timelineOf } from "../tape/timeline-of.js";
import type { MemoryRoom } from "./memory-room.js";
import { groundedTail, isWholeRun, noSuchBlock, noSuchKeyframe, partsWithin } from "./tape-parts.js";

/** The tape of a room that is kept in memory. */
export function memoryTape(kept: MemoryRoom, clock: Clock): TapeSource {
  const recorded = () => kept.raw.filter(({ isRecorded }) => isRecorded).map(({ entry }) => entry);
  const keyframes = () => kept.keyframes.filter(({ isKept }) => isKept);

  return {
    async timeline(range) {
      const parts = {
        infos: kept.blocks.map(({ info }) => info),
        keyframes: keyframes().map(({ seq, at, bytes }) => ({ seq, at, bytes: bytes.length })),
        tail: recorded(),
      };
      const { room, created } = kept;
      const now = Math.floor(clock.now()) as Millis;
      return timelineOf(partsWithin({ room, created, now, isLive: false, ...parts, tail: groundedTail(parts) }, range));
    },

    async block(ref) {
      if (ref.last - ref.first >= BLOCK_LIMITS.entries) throw noSuchBlock(ref);
      const entries = entriesOf(kept, recorded(), ref);
      if (!isWholeRun(entries, ref)) throw noSuchBlock(ref);
      return encodeBlock(entries);
    },

    async part(ref, part) {
      const sealed = kept.blocks.find(({ info }) => info.first === ref.first && info.last === ref.last);
      if (!sealed) throw noSuchBlock(ref);
      return sealed.parts[part];
    },

    async keyframe({ seq }) {
      const keyframe = keyframes().find((other) => other.seq === seq);
      if (!keyframe) throw noSuchKeyframe(seq);
      return keyframe.bytes;
    },
  };
}

function entriesOf(
  kept: MemoryRoom,
  raw: readonly Entry[],
  { first, last }: Pick<BlockRef, "first" | "last">,
): Entry[] {
  const sealed = kept.blocks.filter(({ info }) => info.last >= first && info.first <= last).flatMap(sealedEntries);
  return [...sealed, ...raw].filter(({ seq }) => seq >= first && seq <= last).sort((a, b) => a.seq - b.seq);
}
