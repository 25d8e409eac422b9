import type { Cancel, Clock } from "../../clock/clock.js";
import type { RoomHost } from "../../room/host.js";
import type { RoomPage, RoomRecord } from "../../room/room-log.js";
import type { Millis } from "../../signal/ids.js";
import type { Timeline } from "../../tape/timeline.js";

/** How much of recordings is kept. */
export interface Retention {
  /** What is older than so many days is deleted. */
  readonly days?: number | undefined;
  /** Beyond so many bytes the oldest of a room's recording is deleted. Its last block always stays. */
  readonly bytesPerRoom?: number | undefined;
}

export interface RetentionOptions {
  readonly host: RoomHost;
  readonly clock: Clock;
  readonly retention: Retention;
  readonly log: (message: string) => void;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A room with people in it is left alone for as long, so that they are not sent away every hour. */
const LEEWAY = { days: 1, bytes: 1.1 };
const ROOMS_AT_A_TIME = 100;

/**
 * From when on a recording is kept: from a whole block on, so that nothing is written anew for less than one. Null when all
 * of it is kept.
 *
 * @param now milliseconds since 1970.
 */
export function keptFrom({ blocks, keyframes }: Timeline, retention: Retention, now: number): Millis | null {
  const { days = Infinity, bytesPerRoom = Infinity } = retention;
  const oldest = now - days * DAY;
  let bytes = [...blocks, ...keyframes].reduce((sum, part) => sum + part.bytes, 0);
  let keyframe = 0;
  for (const [index, block] of blocks.entries()) {
    const isLast = index === blocks.length - 1;
    if (block.to >= oldest && (bytes <= bytesPerRoom || isLast)) return index === 0 ? null : block.from;
    bytes -= block.bytes;
    for (let next = keyframes[keyframe]; next && next.seq <= block.last; next = keyframes[++keyframe])
      bytes -= next.bytes;
  }
  return blocks.length === 0 ? null : (Math.ceil(oldest) as Millis);
}

/**
 * Deletes what recordings have too much of: at once and then every hour, one room after another.
 *
 * @returns ends it.
 */
export function keepRetention({ host, clock, retention, log }: RetentionOptions): Cancel {
  let isEnded = false;
  let cancel: Cancel = () => undefined;
  const failed = (what: string, error: unknown) => {
    if (!isEnded) log(`${what} could not be looked through for what is too old or too much: ${String(error)}`);
  };
  const trim = async ({ room }: RoomRecord) => {
    const timeline = await (await host.tape(room))?.timeline();
    const allowed = host.isOpen(room) ? withLeeway(retention) : retention;
    const from = timeline && keptFrom(timeline, allowed, clock.now());
    if (from === null || from === undefined) return;
    const range = { from, to: Number.MAX_SAFE_INTEGER as Millis };
    await host.rewrite(room, { type: "trim", range }, "retention");
  };
  const round = async () => {
    // Rooms whose recording is written anew move to the front of the list; all are looked up before.
    for (const record of await allRooms(host)) {
      if (isEnded) return;
      if (record.isRecorded) await trim(record).catch((error: unknown) => failed(`The room "${record.room}"`, error));
    }
  };
  const go = () => {
    round()
      .catch((error: unknown) => failed("The rooms", error))
      .then(() => {
        if (!isEnded) cancel = clock.after(HOUR, go);
      }, undefined);
  };
  go();
  return () => {
    isEnded = true;
    cancel();
  };
}

async function allRooms(host: RoomHost): Promise<RoomRecord[]> {
  const rooms: RoomRecord[] = [];
  let after: RoomPage["after"] = null;
  for (;;) {
    const page: readonly RoomRecord[] = await host.rooms({ limit: ROOMS_AT_A_TIME, after });
    rooms.push(...page);
    after = page.at(-1) ?? null;
    if (page.length < ROOMS_AT_A_TIME) return rooms;
  }
}

function withLeeway({ days, bytesPerRoom }: Retention): Retention {
  return {
    days: days === undefined ? undefined : days + LEEWAY.days,
    bytesPerRoom: bytesPerRoom === undefined ? undefined : bytesPerRoom * LEEWAY.bytes,
  };
}
