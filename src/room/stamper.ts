import type { Draft } from "../signal/entry.js";
import type { MemberId, Millis, ShapeId } from "../signal/ids.js";
import { INK_STRIDE, TICK_MS, tickOf, type InkPoints } from "../signal/ink.js";

/** How long before it comes in a pen's signal may be dated, in milliseconds. */
const EARLIEST_MS = 100;
/** More strokes than that are not under way in a room; of one that was left open nothing needs to be known for ever. */
const MOST_STROKES = 1024;

interface Stroke {
  readonly by: MemberId;
  /** When it began, and the time that its last points were given. */
  readonly begin: Millis;
  last: Millis;
}

/**
 * Gives entries their times: what the room's clock shows, and never less than the entry before.
 *
 * Only a pen's signals may be dated back, by a blink at most: points to the end of the tick in which the pen made the
 * last of them, by its own clock from the begin of the stroke on, and the end of a stroke to its last points. So a
 * recording shows a hand as it moved, not as the network carried it; and it needs not store what the points tell.
 */
export class Stamper {
  readonly #strokes = new Map<ShapeId, Stroke>();

  /**
   * The time of a signal that comes in now.
   *
   * @param last the time of the entry before.
   * @param now what the room's clock shows, milliseconds UTC.
   */
  stamp({ by, signal }: Draft, last: Millis, now: number): Millis {
    const latest = Math.max(last, Math.floor(now)) as Millis;
    if (signal.type === "ink.begin") this.#begin(signal.shape.id, { by, begin: latest, last: latest });
    if (signal.type !== "ink.append" && signal.type !== "ink.end") return latest;
    const stroke = this.#strokes.get(signal.id);
    if (stroke?.by !== by) return latest;
    const made = signal.type === "ink.append" ? stroke.begin + tickEnd(signal.points) : stroke.last;
    const isNear = made <= latest && made >= latest - EARLIEST_MS;
    const at = (isNear ? Math.max(last, made) : latest) as Millis;
    if (signal.type === "ink.end") this.#strokes.delete(signal.id);
    else stroke.last = at;
    return at;
  }

  #begin(id: ShapeId, stroke: Stroke): void {
    this.#strokes.delete(id);
    this.#strokes.set(id, stroke);
    const [oldest] = this.#strokes.keys();
    if (this.#strokes.size > MOST_STROKES) this.#strokes.delete(oldest as ShapeId);
  }
}

/** When the tick of the last point ends, in milliseconds after the stroke began. */
function tickEnd(points: InkPoints): number {
  return TICK_MS * (tickOf(points[points.length - INK_STRIDE + 2] ?? 0) + 1);
}
