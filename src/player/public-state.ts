import type { InktapeError } from "../signal/errors.js";
import type { BlockRef, Marker, TapeMember, TimeRange } from "../tape/timeline.js";
import { isPaused, type MachineState } from "./machine-state.js";
import type { PlayerState, PlayerStatus } from "./player.js";

/** What besides the machine the state of a player is made of. */
export interface Surroundings {
  readonly hasPicture: boolean;
  readonly buffered: readonly TimeRange[];
  readonly skippedBlocks: number;
  readonly trouble: InktapeError | null;
}

const NO_MARKERS: readonly Marker[] = [];
const NO_MEMBERS: readonly TapeMember[] = [];
const NO_RANGES: readonly TimeRange[] = [];
const NO_BLOCKS: readonly BlockRef[] = [];

/** The state as the player's users see it. */
export function publicState(machine: MachineState, around: Surroundings): PlayerState {
  const { phase, track, rate, idleLimit, loop, seeks } = machine;
  return {
    status: statusOf(machine, around.hasPicture),
    isPaused: isPaused(phase),
    isSeeking: seeks.isDue,
    duration: track?.time.duration ?? 0,
    rate,
    idleLimit,
    loop,
    range: track?.range ?? null,
    isClamped: track?.isClamped ?? false,
    isEmpty: phase.name === "empty",
    isLive: track?.isLive ?? false,
    markers: track?.timeline.markers ?? NO_MARKERS,
    members: track?.timeline.members ?? NO_MEMBERS,
    stretches: track?.timeline.stretches ?? NO_RANGES,
    blocks: track?.timeline.blocks ?? NO_BLOCKS,
    buffered: around.buffered,
    skippedBlocks: around.skippedBlocks,
    error: phase.name === "failed" ? phase.error : around.trouble,
  };
}

/** The state before if nothing in it changed, so that a store tells nobody. */
export function unlessSame(before: PlayerState, after: PlayerState): PlayerState {
  const names = Object.keys(after) as (keyof PlayerState)[];
  return names.every((name) => isSame(before[name], after[name])) ? before : after;
}

/** True for the same values of a field. Ranges are made anew each time; all else is the same object while it does not change. */
export function isSame(before: unknown, after: unknown): boolean {
  if (Object.is(before, after)) return true;
  if (isRange(before) && isRange(after)) return before.from === after.from && before.to === after.to;
  if (!Array.isArray(before) || !Array.isArray(after) || before.length !== after.length) return false;
  return before.every((item, index) => isRange(item) && isRange(after[index]) && isSame(item, after[index]));
}

function isRange(value: unknown): value is TimeRange {
  return typeof value === "object" && value !== null && "from" in value && "to" in value && !("member" in value);
}

function statusOf({ phase, track }: MachineState, hasPicture: boolean): PlayerStatus {
  switch (phase.name) {
    case "opening":
    case "edge":
      return "waiting";
    case "empty":
      return track?.isLive ? "waiting" : "ended";
    case "stepping":
      return hasPicture ? "paused" : "waiting";
    case "paused":
    case "buffering":
      return hasPicture ? phase.name : "waiting";
    case "closed":
      return "ended";
    default:
      return phase.name;
  }
}
