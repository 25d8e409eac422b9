import type { Player, PlayerState } from "../../player/player.js";

/** A part of the seek bar, as shares (0 to 1) of its length. */
export interface Band {
  readonly start: number;
  readonly end: number;
}

/** Gaps and bands smaller than this share of the bar cannot be told apart: they are drawn as one. */
const FINEST = 1 / 400;

/** Where on the seek bar something happened: at most 400 bands, however long the recording. */
export function bandsOf(player: Player, { stretches, duration }: PlayerState): readonly Band[] {
  if (duration <= 0) return [];
  const share = (wall: Parameters<Player["positionAt"]>[0]) => player.positionAt(wall) / duration;
  const bands: Band[] = [];
  for (const { from, to } of stretches) {
    const start = share(from);
    const end = Math.min(1, Math.max(share(to), start + FINEST));
    const last = bands.at(-1);
    if (last && start - last.end < FINEST) bands[bands.length - 1] = { start: last.start, end: Math.max(end, last.end) };
    else bands.push({ start, end });
  }
  return bands;
}
