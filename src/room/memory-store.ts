import type { Clock } from "../clock/clock.js";
import type { Millis, RoomId } from "../signal/ids.js";
import type { RoomSummary } from "../signal/room-summary.js";
import { encodeEntries } from "../signal/wire/entries.js";
import { MemoryLog } from "./memory-log.js";
import { emptyMemoryRoom, type MemoryRoom } from "./memory-room.js";
import { memoryTape } from "./memory-tape.js";
import type { RoomStore } from "./room-log.js";

/** Rooms in memory: for tests, stories and boards that need not outlive their tab. They stay when their logs close. */
export function memoryStore(clock: Clock): RoomStore {
  const rooms = new Map<RoomId, MemoryRoom>();
  const kept = (room: RoomId) => {
    const known = rooms.get(room) ?? emptyMemoryRoom(room, Math.floor(clock.now()) as Millis);
    rooms.set(room, known);
    return known;
  };
  return {
    open: async (room) => new MemoryLog(kept(room), clock),
    tape: async (room) => {
      const known = rooms.get(room);
      return known ? memoryTape(known, clock) : null;
    },
    list: async () => [...rooms.values()].map(summaryOf).sort((a, b) => b.lastAt - a.lastAt),
    close: async () => undefined,
  };
}

function summaryOf({ room, created, lastAt, head, raw, blocks, keyframes }: MemoryRoom): RoomSummary {
  const sizes = [...blocks.map(({ info }) => info.bytes), ...keyframes.map(({ bytes }) => bytes.length)];
  const stored = sizes.reduce((sum, size) => sum + size, 0);
  const rawBytes = encodeEntries(raw.map(({ entry }) => entry)).length;
  return {
    room,
    created,
    lastAt,
    entries: head,
    bytes: stored + rawBytes,
    isRecorded: blocks.length > 0 || raw.some(({ isRecorded }) => isRecorded),
  };
}
