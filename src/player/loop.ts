import { InktapeError } from "../signal/errors.js";
import type { PlayTime } from "./play-time.js";
import type { Track } from "./track.js";

/** A range of play time in milliseconds that is played again and again. `to` may be Infinity: the end, wherever it is. */
export interface Loop {
  readonly from: number;
  readonly to: number;
}

/** The loop as given. Throws `bad-argument` when it does not begin before it ends. */
export function checkedLoop({ from, to }: Loop): Loop {
  if (Number.isFinite(from) && from < to) return { from: Math.max(0, from), to };
  throw new InktapeError("bad-argument", `${from} to ${to} is no loop: it has to begin before it ends.`);
}

/** The part of the loop that there is; null when nothing is to be looped: a live room goes on at its end. */
export function loopWithin(loop: Loop | null, track: Track | null): Loop | null {
  if (!loop || !track?.range) return null;
  const { duration } = track.time;
  if (loop.from >= duration || (track.isLive && loop.to >= duration)) return null;
  return { from: loop.from, to: Math.min(loop.to, duration) };
}

/** The same stretch of wall time on another map. */
export function remapped({ from, to }: Loop, before: PlayTime, after: PlayTime): Loop {
  const map = (position: number) => after.positionAt(before.wallAt(position));
  return { from: map(from), to: Number.isFinite(to) ? map(to) : to };
}
