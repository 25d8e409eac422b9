import type { Clock } from "../clock/clock.js";
import { InktapeError } from "../signal/errors.js";
import { ROOM_MEMBER, type Millis, type RoomId } from "../signal/ids.js";
import { encodeEntries } from "../signal/wire/entries.js";
import type { SealedBlock } from "../tape/block-info.js";
import { decodeKeyframe } from "../tape/keyframe.js";
import { memoryAssets } from "./memory-assets.js";
import { MemoryLog } from "./memory-log.js";
import { emptyMemoryRoom, type MemoryRoom } from "./memory-room.js";
import { memoryTape } from "./memory-tape.js";
import type { Beginning, RewrittenPart, RoomPage, RoomRecord, RoomStore } from "./room-log.js";

/** Rooms in memory: for tests, stories and boards that need not outlive their tab. They stay when their logs close. */
export function memoryStore(clock: Clock): RoomStore {
  const rooms = new Map<RoomId, MemoryRoom>();
  const now = () => Math.floor(clock.now()) as Millis;
  const kept = (room: RoomId) => {
    const known = rooms.get(room) ?? emptyMemoryRoom(room, now());
    rooms.set(room, known);
    return known;
  };
  return {
    open: async (room) => new MemoryLog(kept(room), clock),
    tape: async (room) => {
      const known = rooms.get(room);
      return known ? memoryTape(known, clock) : null;
    },
    async find(room) {
      const known = rooms.get(room);
      return known ? recordOf(known) : null;
    },
    list: async (page) => pageOf([...rooms.values()].map(recordOf).sort(isNewer), page),
    async create(room, isRecorded) {
      if (rooms.has(room)) return false;
      const log = new MemoryLog(kept(room), clock);
      const signal = { type: "recording.set", on: true } as const;
      if (isRecorded) await log.append([{ by: ROOM_MEMBER, clientSeq: 0, signal }]);
      return true;
    },
    async begin(room, beginning) {
      if (rooms.has(room)) return false;
      rooms.set(room, begun(emptyMemoryRoom(room, now()), beginning, rooms.get(beginning.from)));
      return true;
    },
    async setClosed(room, isClosed) {
      known(rooms, room).isClosed = isClosed;
    },
    remove: async (room) => rooms.delete(room),
    async rewrite(room, parts) {
      rooms.set(room, await rewritten(known(rooms, room), parts, now()));
    },
    assets: (room) => memoryAssets(room, () => rooms.get(room)),
    close: async () => undefined,
  };
}

function known(rooms: ReadonlyMap<RoomId, MemoryRoom>, room: RoomId): MemoryRoom {
  const found = rooms.get(room);
  if (found) return found;
  throw new InktapeError("not-found", `There is no room "${room}" in this store.`);
}

/** A new room that begins with a board, with the pictures on it that another one has. */
function begun(
  room: MemoryRoom,
  { keyframe, lastMember, assets }: Beginning,
  from: MemoryRoom | undefined,
): MemoryRoom {
  const shown = [...(from?.assets ?? [])].filter(([hash]) => assets.has(hash));
  const keyframes = [{ ...keyframe, isKept: false }];
  return { ...room, head: keyframe.seq, lastAt: keyframe.at, keyframes, lastMember, assets: new Map(shown) };
}

/** A room of other blocks and keyframes. What was stays as it is, for who reads it meanwhile. */
async function rewritten(before: MemoryRoom, parts: AsyncIterable<RewrittenPart>, now: Millis): Promise<MemoryRoom> {
  const blocks: SealedBlock[] = [];
  const keyframes: MemoryRoom["keyframes"][number][] = [];
  for await (const part of parts) {
    if (part.type === "block") blocks.push(part.block);
    else {
      if (keyframes.at(-1)?.seq === part.keyframe.seq) keyframes.pop();
      keyframes.push({ ...part.keyframe, isKept: part.isKept });
    }
  }
  const last = keyframes.at(-1);
  if (!last) throw new InktapeError("bad-argument", "A room that is written anew ends in a keyframe.");
  const isRecording = decodeKeyframe(last.bytes).isRecording;
  const edition = Math.max(now, before.edition + 1) as Millis;
  return { ...before, head: last.seq, lastAt: last.at, isRecording, raw: [], blocks, keyframes, edition };
}

function isNewer(a: RoomRecord, b: RoomRecord): number {
  return b.lastAt - a.lastAt || (a.room < b.room ? 1 : -1);
}

function pageOf(records: readonly RoomRecord[], page: RoomPage | undefined): readonly RoomRecord[] {
  if (!page) return records;
  const { after, limit } = page;
  const rest = after
    ? records.filter(({ lastAt, room }) => lastAt < after.lastAt || (lastAt === after.lastAt && room < after.room))
    : records;
  return rest.slice(0, limit);
}

function recordOf(kept: MemoryRoom): RoomRecord {
  const { room, created, lastAt, head, raw, blocks, keyframes, isClosed, edition } = kept;
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
    isClosed,
    edition,
  };
}
