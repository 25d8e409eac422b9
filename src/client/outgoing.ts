import { InktapeError, isInktapeError } from "../signal/errors.js";
import type { Millis } from "../signal/ids.js";
import { INK_STRIDE } from "../signal/ink.js";
import { LIMITS } from "../signal/limits.js";
import type { Signal } from "../signal/signal.js";
import { ByteReader, ByteWriter } from "../signal/wire/bytes.js";
import { readSignal, writeSignal } from "../signal/wire/signals.js";

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
}

/**
 * Makes a signal ready to go. What comes back is what the authority will read: a value of this client's own, in the
 * form that everybody else will see. An `ink.append` of more points than one may hold becomes several. Throws
 * `too-large` or `bad-bytes` for what the authority would refuse, before anything is shown or sent.
 */
export function outgoing(signal: Signal, at: Millis): readonly Outgoing[] {
  return split(signal).map((part) => {
    const writer = new ByteWriter();
    writeSignal(writer, part);
    const bytes = writer.finish();
    return { signal: read(part, bytes), at, bytes: bytes.length };
  });
}

function read(signal: Signal, bytes: Uint8Array): Signal {
  if (bytes.length > FRAME_ROOM_BYTES) {
    throw new InktapeError(
      "too-large",
      `The signal "${signal.type}" has ${bytes.length} bytes and was not sent; at most ${FRAME_ROOM_BYTES} are allowed.`,
    );
  }
  try {
    return readSignal(new ByteReader(bytes, `signal "${signal.type}"`));
  } catch (cause) {
    if (!isInktapeError(cause)) throw cause;
    throw new InktapeError(cause.code, `The signal "${signal.type}" was not sent: ${cause.message}`, { cause });
  }
}

function split(signal: Signal): readonly Signal[] {
  const most = LIMITS.appendPoints * INK_STRIDE;
  if (signal.type !== "ink.append" || signal.points.length <= most) return [signal];
  const { type, id, points } = signal;
  return Array.from({ length: Math.ceil(points.length / most) }, (_, part) => ({
    type,
    id,
    points: points.slice(part * most, (part + 1) * most),
  }));
}
