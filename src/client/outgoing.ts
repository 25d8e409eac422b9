import { InktapeError, isInktapeError } from "../signal/errors.js";
import type { Millis } from "../signal/ids.js";
import { INK_STRIDE, tickOf, type InkPoints } from "../signal/ink.js";
import { LIMITS } from "../signal/limits.js";
import type { Signal } from "../signal/signal.js";
import { ByteReader } from "../signal/wire/bytes.js";
import { ByteWriter } from "../signal/wire/byte-writer.js";
import { readSignal } from "../signal/wire/signals.js";
import { writeSignal } from "../signal/wire/write-signal.js";

/** What a frame holds besides its signals, at most: version, kind, first number, count. */
const FRAME_HEAD_BYTES = 32;
/** The room there is in one frame for signals. */
export const FRAME_ROOM_BYTES = LIMITS.frameBytes - FRAME_HEAD_BYTES;

/** A signal on its way to the authority. */
export interface Outgoing {
  readonly signal: Signal;
  /** The authority's time, as near as could be told, when it was done. */
  readonly at: Millis;
  /** How many bytes it takes in a frame. */
  readonly bytes: number;
  /** True for ink that a batch was cut without, because its tick was not over (see outbox.ts). */
  readonly isHeld?: true;
}

/**
 * Makes a signal ready to go. What comes back is what the authority will read: a value of this client's own, in the
 * form that everybody else will see. An `ink.append` of more than one tick, or of more points than one may hold,
 * becomes several. Throws `too-large`, `bad-bytes` or `bad-signal` for what the authority would refuse, before anything
 * is shown or sent.
 */
export function outgoing(signal: Signal, at: Millis): readonly Outgoing[] {
  return split(signal).map((part) => {
    try {
      const bytes = encode(part);
      return { signal: readSignal(new ByteReader(bytes, `signal "${part.type}"`)), at, bytes: bytes.length };
    } catch (cause) {
      if (!isInktapeError(cause)) throw cause;
      throw new InktapeError(cause.code, `The signal "${part.type}" was not sent: ${cause.message}`, { cause });
    }
  });
}

/** How many bytes a signal takes in a frame. */
export function sizeOf(signal: Signal): number {
  return encode(signal).length;
}

function encode(signal: Signal): Uint8Array {
  const writer = new ByteWriter();
  writeSignal(writer, signal);
  if (writer.length <= FRAME_ROOM_BYTES) return writer.finish();
  throw new InktapeError("too-large", `It has ${writer.length} bytes; at most ${FRAME_ROOM_BYTES} are allowed.`);
}

function split(signal: Signal): readonly Signal[] {
  if (signal.type !== "ink.append") return [signal];
  const { type, id, points } = signal;
  const starts = startsOf(points);
  if (starts.length === 1) return [signal];
  return starts.map((start, part) => ({ type, id, points: points.slice(start, starts[part + 1]) }));
}

/** Where the parts of a run of points begin that each lie in one tick and in one signal. */
function startsOf(points: InkPoints): number[] {
  const most = LIMITS.appendPoints * INK_STRIDE;
  const starts = [0];
  let start = 0;
  for (let at = INK_STRIDE; at < points.length; at += INK_STRIDE) {
    // Time that runs backwards parts nothing, so that it is refused.
    const isNextTick = tickOf(points[at + 2]!) > tickOf(points[start + 2]!);
    if (isNextTick || at - start === most) starts.push((start = at));
  }
  return starts;
}
