import type { Marker } from "../../tape/timeline.js";
import type { Player, PlayerState } from "../../player/player.js";

/** A part of the seek bar, as shares (0 to 1) of its length. */
export interface Band {
  readonly start: number;
  readonly end: number;
}

/** Gaps and bands smaller than this share of the bar cannot be told apart: they are drawn as one. */
const FINEST = 1 / 400;

/** Where on the seek bar something happened: at most 400 bands, however long the recording. */
export function bandsOf(player: Player, { stretches, duration, range }: PlayerState): readonly Band[] {
  if (duration <= 0 || !range) return [];
  const share = (wall: Parameters<Player["positionAt"]>[0]) => player.positionAt(wall) / duration;
  const bands: Band[] = [];
  for (const { from, to } of stretches) {
    if (to < range.from || from > range.to) continue;
    const start = share(from);
    const end = Math.min(1, Math.max(share(to), start + FINEST));
    const last = bands.at(-1);
    if (last && start - last.end < FINEST)
      bands[bands.length - 1] = { start: last.start, end: Math.max(end, last.end) };
    else bands.push({ start, end });
  }
  return bands;
}

/** A marker, and its share of the seek bar. */
export interface Tick {
  readonly marker: Marker;
  readonly at: number;
}

/** The markers of the range, and where they stand on the seek bar. */
export function ticksOf(player: Player, { markers, duration, range }: PlayerState): readonly Tick[] {
  if (duration <= 0 || !range) return [];
  const inRange = markers.filter(({ at }) => at >= range.from && at <= range.to);
  return inRange.map((marker) => ({ marker, at: player.positionAt(marker.at) / duration }));
}

/** The tick near a place of the bar, for a pointer that is there. */
export function tickNear(ticks: readonly Tick[], share: number): Tick | undefined {
  return ticks.find(({ at }) => Math.abs(at - share) < 0.01);
}
