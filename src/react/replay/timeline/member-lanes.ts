import type { Player } from "../../../player/player.js";
import type { MemberId, Millis } from "../../../signal/ids.js";
import type { Doings } from "../../../tape/doings.js";
import type { BlockRef, TapeMember, TimeRange } from "../../../tape/timeline.js";
import { lengthOf, shareOf, type TimeWindow } from "./time-window.js";

/** A participant's row: who came several times has one. */
export interface Lane {
  readonly key: string;
  readonly name: string;
  readonly color: string;
  readonly members: ReadonlySet<MemberId>;
  /** When they were there, in order. */
  readonly stays: readonly TimeRange[];
}

/** A row for each participant of the range, in the order in which they first came. */
export function lanesOf(members: readonly TapeMember[], range: TimeRange | null): readonly Lane[] {
  const lanes = new Map<string, Lane>();
  for (const { member, user, name, color, from, to } of members) {
    if (!range || to < range.from || from > range.to) continue;
    const key = user === "" ? `member ${member}` : `user ${user}`;
    const lane = lanes.get(key);
    const stay = { from: Math.max(from, range.from) as Millis, to: Math.min(to, range.to) as Millis };
    lanes.set(key, {
      key,
      name: name || (lane?.name ?? ""),
      color: color || (lane?.color ?? ""),
      members: new Set([...(lane?.members ?? []), member]),
      stays: [...(lane?.stays ?? []), stay],
    });
  }
  return [...lanes.values()].sort((a, b) => firstOf(a) - firstOf(b));
}

function firstOf({ stays }: Lane): number {
  return Math.min(...stays.map(({ from }) => from));
}

/** Blocks that are looked into at most to say who did what, and how many bytes at most are fetched for that. */
const MOST_BLOCKS = 128;
const MOST_BYTES = 4 << 20;

/** The blocks with the window's time; null when they are too many to look into. */
export function blocksIn(
  player: Pick<Player, "positionAt">,
  blocks: readonly BlockRef[],
  window: TimeWindow,
): readonly BlockRef[] | null {
  const seen = blocks.filter(
    ({ from, to }) => player.positionAt(to) >= window.from && player.positionAt(from) <= window.to,
  );
  const bytes = seen.reduce((sum, ref) => sum + (ref.parts?.document ?? ref.bytes), 0);
  return seen.length > MOST_BLOCKS || bytes > MOST_BYTES ? null : seen;
}

/** For each lane: how many things were done in each of `count` equal parts of the window. */
export function laneColumns(
  player: Pick<Player, "positionAt">,
  lanes: readonly Lane[],
  doings: Iterable<Doings>,
  window: TimeWindow,
  count: number,
): readonly Uint32Array[] {
  const columns = lanes.map(() => new Uint32Array(count));
  if (lengthOf(window) <= 0 || count === 0) return columns;
  const laneOf = new Map(lanes.flatMap(({ members }, lane) => [...members].map((member) => [member, lane] as const)));
  for (const { authors, times } of doings) {
    for (let index = 0; index < times.length; index++) {
      const own = columns[laneOf.get(authors[index] as MemberId) ?? -1];
      const share = shareOf(window, player.positionAt(times[index] as Millis));
      if (!own || share < 0 || share > 1) continue;
      const column = Math.min(count - 1, Math.floor(share * count));
      own[column] = (own[column] as number) + 1;
    }
  }
  return columns;
}
