import { expect } from "vitest";
import { plainBoard } from "../../src/board/plain.js";
import { EMPTY_BOARD } from "../../src/board/board.js";
import { reduce } from "../../src/board/reduce.js";
import { virtualClock } from "../../src/clock/virtual.js";
import { Head } from "../../src/room/head.js";
import { memoryStore } from "../../src/room/memory-store.js";
import { Recorder } from "../../src/room/recorder.js";
import type { RoomLog } from "../../src/room/room-log.js";
import type { Entry } from "../../src/signal/entry.js";
import { ROOM_MEMBER } from "../../src/signal/ids.js";
import type { Signal } from "../../src/signal/signal.js";
import { decodeBlock } from "../../src/tape/block.js";
import { InkHomes } from "../../src/tape/ink-homes.js";
import { type Sealer } from "../../src/tape/seal.js";
import { decodeKeyframe } from "../../src/tape/keyframe.js";
import { drafts } from "../../src/testing/samples.js";
import { seededRandom } from "../property/seeded.js";
import { ROOM, START } from "./lobby.js";

export const ON: Signal = { type: "recording.set", on: true };

/** A recorder that follows a log of its own, from where that ends. */
export async function recording(
  store = memoryStore(virtualClock(START)),
  spoil: (log: RoomLog) => RoomLog = (log) => log,
  sealer?: Sealer,
) {
  const clock = virtualClock(START);
  const log = spoil(await store.open(ROOM));
  const recovery = await log.recover();
  const homes = new InkHomes();
  const head = new Head(recovery.keyframe ? decodeKeyframe(recovery.keyframe.bytes) : EMPTY_BOARD, 100);
  const told: unknown[] = [];
  const recorder = new Recorder({
    log,
    clock,
    head,
    homes,
    recovery,
    quietMs: 1000,
    sealer,
    quiet: () => told.push("quiet"),
    unsealed: (error) => told.push(error),
    failed: (error) => told.push(error),
  });
  log.follow(head.board.seq, (entries) => recorder.take(entries));
  const say = (...signals: readonly Signal[]) => log.append(drafts(ROOM_MEMBER, 0, signals));
  return { store, clock, log, head, recorder, told, say };
}

/** Some signals that take `count` times 200 bytes or so, and that no compressor makes much smaller. */
export function bulk(count: number): Signal[] {
  const random = seededRandom(count);
  return Array.from({ length: count }, (_, index) => ({
    type: "state.set",
    key: `k${index % 50}`,
    value: Array.from({ length: 20 }, () => Math.floor(random() * 2 ** 40).toString(36)).join(" "),
  }));
}

export async function expectExactTape(log: RoomLog, entries: readonly Entry[]): Promise<void> {
  const tape = log.tape();
  const { blocks, keyframes } = await tape.timeline();
  expect((await Promise.all(blocks.map((ref) => tape.block(ref)))).flatMap(decodeBlock)).toEqual(entries);
  for (const ref of keyframes) {
    const board = decodeKeyframe(await tape.keyframe(ref));
    const before = entries.filter(({ seq }) => seq <= ref.seq);
    expect(plainBoard(board)).toEqual(plainBoard(reduce(EMPTY_BOARD, before)));
  }
}
