import { virtualClock, type VirtualClock } from "../../src/clock/virtual.js";
import type { Entry } from "../../src/signal/entry.js";
import type { MemberId, Millis, PageId, Seq } from "../../src/signal/ids.js";
import { createPlayer } from "../../src/player/create-player.js";
import type { Player, PlayerFrame, PlayerOptions } from "../../src/player/player.js";
import type { TapeSource } from "../../src/tape/tape-source.js";

/** A player on a clock of its own. */
export interface Stage {
  readonly player: Player;
  readonly clock: VirtualClock;
  /** Every frame that was shown, in order. */
  readonly frames: PlayerFrame[];
  /** Lets promises settle that need no time to pass. */
  settle(): Promise<void>;
  /** Lets time pass, frame by frame, with what is loaded meanwhile coming in between. */
  advance(ms: number): Promise<void>;
}

const FRAME_MS = 1000 / 60;
/** More turns than any chain of promises here is long. */
const TURNS = 40;

/** Makes a player of a tape. The clock begins at a moment that has nothing to do with the tape's. */
export function stage(source: TapeSource, options: Partial<PlayerOptions> = {}): Stage {
  const clock = virtualClock(5_000_000);
  const player = createPlayer({ source, clock, ...options });
  const frames: PlayerFrame[] = [];
  player.frame.subscribe(() => frames.push(player.frame.get()));
  const settle = async () => {
    for (let turn = 0; turn < TURNS; turn++) await Promise.resolve();
  };
  const advance = async (ms: number) => {
    for (let left = ms; left > 0; left -= FRAME_MS) {
      clock.advance(Math.min(left, FRAME_MS));
      await settle();
    }
  };
  return { player, clock, frames, settle, advance };
}

/** When the logs made here begin. */
export const START = 1_000_000 as Millis;

/** A log with an entry at each of these times after {@link START}; each sets the state "last" to its number. */
export function logAt(times: readonly number[]): Entry[] {
  return times.map((time, index) => ({
    seq: (index + 1) as Seq,
    at: (START + time) as Millis,
    by: 1 as MemberId,
    clientSeq: index + 1,
    signal:
      index === 0
        ? { type: "page.add", id: "p2" as PageId, name: "Two", order: "a1" }
        : { type: "state.set", key: "last", value: index + 1 },
  }));
}

/** `count` times, `step` apart. */
export function steps(count: number, step: number): number[] {
  return Array.from({ length: count }, (_, index) => index * step);
}
