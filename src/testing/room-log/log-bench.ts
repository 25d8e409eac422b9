import { EMPTY_BOARD } from "../../board/board.js";
import { reduce } from "../../board/reduce.js";
import type { VirtualClock } from "../../clock/virtual.js";
import type { RoomLog, RoomStore, StoredKeyframe } from "../../room/room-log.js";
import type { Entry } from "../../signal/entry.js";
import { BEFORE_FIRST, roomId, type ClientId, type MemberId } from "../../signal/ids.js";
import type { Signal } from "../../signal/signal.js";
import { decodeBlock } from "../../tape/block.js";
import type { SealedBlock } from "../../tape/block-info.js";
import { encodeKeyframe } from "../../tape/encode-keyframe.js";
import { sealBlock } from "../../tape/seal.js";
import type { InkForm } from "../../tape/sealed/ink-part.js";
import type { TapeSource } from "../../tape/tape-source.js";
import { drafts } from "../samples.js";

/** A store of logs with no rooms in it, on a clock that stands still until it is moved. */
export interface StoreUnderTest {
  readonly store: RoomStore;
  readonly clock: VirtualClock;
  /**
   * The store as it is found after an abrupt end: what was acknowledged is there, what was held in the process only is
   * gone. The old store is not used any more.
   */
  reopen(): Promise<RoomStore>;
  close(): Promise<void>;
}

/** What the tests of one log work with; new for each test. */
export interface LogBench {
  readonly under: StoreUnderTest;
  /** The log of {@link ROOM}. */
  readonly log: RoomLog;
  /** A member of it, the first. */
  readonly ada: MemberId;
  /** Appends signals of ada's without numbers. */
  say(...signals: readonly Signal[]): Promise<readonly Entry[]>;
  /** The log of {@link ROOM} after an abrupt end. */
  reopened(): Promise<RoomLog>;
}

export const ROOM = roomId("room");
export const RECORD: Signal = { type: "recording.set", on: true };
export const STOP: Signal = { type: "recording.set", on: false };

/** Opens the log of a store that was just made. */
export async function openBench(under: StoreUnderTest): Promise<LogBench> {
  const log = await under.store.open(ROOM);
  const { member: ada } = await log.enrol("ada" as ClientId);
  return {
    under,
    log,
    ada,
    say: (...signals) => log.append(drafts(ada, 0, signals)),
    reopened: async () => (await under.reopen()).open(ROOM),
  };
}

/** The keyframe after entries that begin with the first of their room. */
export function keyframeAfter(entries: readonly Entry[]): StoredKeyframe {
  const board = reduce(EMPTY_BOARD, entries);
  return { seq: board.seq, at: board.at, bytes: encodeKeyframe(board) };
}

/** A sealed block of entries that follow on `before`, which begin with the first of their room. */
export function sealed(entries: readonly Entry[], before: readonly Entry[] = [], form: InkForm = "fine"): SealedBlock {
  return sealBlock(entries, { before: reduce(EMPTY_BOARD, before), form });
}

/** All entries of a log that has forgotten none. */
export async function allEntries(log: RoomLog): Promise<readonly Entry[]> {
  const { head } = await log.recover();
  if (head === 0) return [];
  return new Promise((resolve) => {
    const heard: Entry[] = [];
    log.follow(BEFORE_FIRST, (entries) => {
      heard.push(...entries);
      if (heard.at(-1)?.seq === head) resolve(heard);
    });
  });
}

/** All entries of a tape, block by block as its timeline names them. */
export async function tapeEntries(tape: TapeSource): Promise<readonly Entry[]> {
  const { blocks } = await tape.timeline();
  return (await Promise.all(blocks.map((ref) => tape.block(ref)))).flatMap(decodeBlock);
}
