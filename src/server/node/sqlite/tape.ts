import { groundedTail, isWholeRun, noSuchBlock, noSuchKeyframe, partsWithin } from "../../../room/tape-parts.js";
import type { Clock } from "../../../clock/clock.js";
import type { Millis, RoomId, Seq } from "../../../signal/ids.js";
import type { BlockInfo } from "../../../tape/block-info.js";
import { BLOCK_LIMITS } from "../../../tape/block.js";
import { encodeBlock } from "../../../tape/encode-block.js";
import type { TapeSource } from "../../../tape/tape-source.js";
import type { BlockRef, KeyframeRef } from "../../../tape/timeline.js";
import { refOf, timelineOf } from "../../../tape/timeline-of.js";
import { recordedBetween, recordedTail, type Stored } from "./history.js";
import type { RoomRow } from "./tables.js";

/** The tape of a room, read straight from the store, whether the room's log is open or not. */
export function sqliteTape(stored: Stored, room: Pick<RoomRow, "id" | "name" | "created">, clock: Clock): TapeSource {
  const { tables } = stored;
  return {
    async timeline(range) {
      const parts = {
        infos: tables.infos(room.id).map(({ info }): BlockInfo => JSON.parse(info)),
        keyframes: tables
          .keyframeSeqs(room.id)
          .filter((row) => row.is_kept === 1)
          .map(({ seq, at, size }): KeyframeRef => ({ seq: seq as Seq, at: at as Millis, bytes: size })),
        tail: recordedTail(stored, room.id),
      };
      const now = Math.floor(clock.now()) as Millis;
      const { name, created } = room;
      return timelineOf(
        partsWithin(
          { room: name as RoomId, created: created as Millis, now, isLive: false, ...parts, tail: groundedTail(parts) },
          range,
        ),
      );
    },

    async blocksOf(seqs) {
      const blocks: BlockRef[] = [];
      for (const seq of [...seqs].sort((a, b) => a - b)) {
        if (seq <= (blocks.at(-1)?.last ?? 0)) continue;
        const row = tables.infoFrom(room.id, seq);
        if (row) blocks.push(refOf(JSON.parse(row.info)));
      }
      return blocks;
    },

    async block(ref) {
      return encodeBlock(wholeRun(stored, room.id, ref));
    },

    async part(ref, part) {
      const row = tables[part](room.id, ref.first, ref.last);
      if (!row) throw noSuchBlock(ref);
      return row.bytes;
    },

    async keyframe({ seq }) {
      const row = tables.keyframe(room.id, seq);
      if (row?.is_kept !== 1) throw noSuchKeyframe(seq);
      return row.bytes;
    },
  };
}

function wholeRun(stored: Stored, room: number, ref: Pick<BlockRef, "first" | "last">) {
  if (ref.last - ref.first >= BLOCK_LIMITS.entries) throw noSuchBlock(ref);
  const entries = recordedBetween(stored, room, ref.first, ref.last);
  if (!isWholeRun(entries, ref)) throw noSuchBlock(ref);
  return entries;
}
