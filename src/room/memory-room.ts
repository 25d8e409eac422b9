import type { Entry } from "../signal/entry.js";
import {
  BEFORE_FIRST,
  ROOM_MEMBER,
  type ClientId,
  type MemberId,
  type Millis,
  type RoomId,
  type Seq,
} from "../signal/ids.js";
import type { SealedBlock } from "../tape/block-info.js";
import type { StoredAsset, StoredKeyframe } from "./room-log.js";

/** What the memory store keeps of a room, whether its log is open or not. */
export interface MemoryRoom {
  readonly room: RoomId;
  readonly created: Millis;
  readonly clients: Map<ClientId, MemberId>;
  /** The highest number that was given to a client, or is not to be given to any. */
  lastMember: MemberId;
  /** Of everyone who may write, the last of its signals that is in the log. */
  readonly clientSeqs: Map<MemberId, number>;
  head: Seq;
  lastAt: Millis;
  isRecording: boolean;
  /** Entries that stand in no block, in order. */
  raw: { readonly entry: Entry; readonly isRecorded: boolean }[];
  /** In order. */
  blocks: readonly SealedBlock[];
  /** In order; `isKept` is true for those that are part of the tape. */
  keyframes: readonly (StoredKeyframe & { readonly isKept: boolean })[];
  isClosed: boolean;
  edition: Millis;
  readonly assets: Map<string, StoredAsset>;
}

/** A room in which nothing has happened yet. */
export function emptyMemoryRoom(room: RoomId, created: Millis): MemoryRoom {
  return {
    room,
    created,
    clients: new Map(),
    lastMember: ROOM_MEMBER,
    clientSeqs: new Map([[ROOM_MEMBER, 0]]),
    head: BEFORE_FIRST,
    lastAt: created,
    isRecording: false,
    raw: [],
    blocks: [],
    keyframes: [],
    isClosed: false,
    edition: created,
    assets: new Map(),
  };
}
