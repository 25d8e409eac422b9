import { INK_STRIDE, tickOf, type InkPoints } from "../signal/ink.js";
import { LIMITS } from "../signal/limits.js";
import { trackOf, type SignalOf } from "../signal/signal.js";
import { sizeOf, type Outgoing } from "./outgoing.js";

type Append = Outgoing & { readonly signal: SignalOf<"ink.append"> };

/**
 * Adds signals to those that wait for the next batch, so that the batch says what they say in fewer words: of presence
 * only the newest of each kind is kept, and points that follow one another in one tick of one stroke become one
 * `ink.append`.
 */
export function gather(waiting: readonly Outgoing[], added: readonly Outgoing[]): readonly Outgoing[] {
  const batch = [...waiting];
  for (const item of added) {
    const index = batch.findLastIndex(({ signal }) => gives(signal, item.signal));
    const before = index < 0 ? undefined : batch[index];
    const joined = before && join(before, item);
    if (joined) batch.splice(index, 1);
    batch.push(joined ?? item);
  }
  return batch;
}

/** True for the one waiting signal that `next` could stand in for: the same presence, or the document's last word. */
function gives(waiting: Outgoing["signal"], next: Outgoing["signal"]): boolean {
  return trackOf(next) === "presence" ? waiting.type === next.type : trackOf(waiting) === "document";
}

function join(before: Outgoing, next: Outgoing): Outgoing | undefined {
  if (trackOf(next.signal) === "presence") return next;
  if (!isAppend(before) || !isAppend(next) || before.signal.id !== next.signal.id) return undefined;
  const points = concat(before.signal.points, next.signal.points);
  if (!points) return undefined;
  const signal = { ...next.signal, points };
  // Also when it was held: it is held once, however it grows.
  return { ...before, signal, at: next.at, bytes: sizeOf(signal) };
}

function isAppend(item: Outgoing): item is Append {
  return item.signal.type === "ink.append";
}

/** Both in one; nothing when they are of two ticks, too many, or when time would run backwards between them. */
function concat(before: InkPoints, next: InkPoints): InkPoints | undefined {
  const lastTime = before[before.length - INK_STRIDE + 2];
  const nextTime = next[2];
  if (lastTime !== undefined && nextTime !== undefined) {
    if (nextTime < lastTime || tickOf(nextTime) !== tickOf(lastTime)) return undefined;
  }
  if (before.length + next.length > LIMITS.appendPoints * INK_STRIDE) return undefined;
  const points = new Int32Array(before.length + next.length);
  points.set(before);
  points.set(next, before.length);
  return points;
}
