import type { RoomClient } from "../../src/client/room-client.js";
import { seededRandom } from "../property/seeded.js";
import type { EventClock } from "./event-clock.js";
import { readInkSet, type InkFile, type RecordedStroke } from "./ink-sets.js";
import { PenHand } from "./pen-hand.js";

/** A hand rests no longer than this between two strokes. */
const LONGEST_PAUSE_MS = 8000;
/** A pause that is long enough to move the pointer about in. */
const HOVER_MS = 250;
const CURSORS_A_SECOND = 30;

/** Gives the strokes of one shared set one after another, on a clock from which long pauses are cut. */
export class StrokeSupply {
  readonly #strokes: readonly RecordedStroke[];
  #next = 0;

  constructor(file: InkFile) {
    this.#strokes = readInkSet(file);
  }

  /** The next stroke, and the pause before it. */
  take(): { readonly stroke: RecordedStroke; readonly pause: number } {
    const before = this.#strokes[this.#next - 1];
    const stroke = this.#strokes[this.#next++ % this.#strokes.length] as RecordedStroke;
    const gap = (stroke.samples[0]?.t ?? 0) - (before?.samples.at(-1)?.t ?? 0);
    const isNext = before?.session === stroke.session && gap >= 0;
    return { stroke, pause: isNext ? Math.min(gap, LONGEST_PAUSE_MS) : LONGEST_PAUSE_MS };
  }
}

/** Somebody in a lesson, with a supply of strokes to write. */
export class LessonWriter {
  readonly #hand: PenHand;
  readonly #random: () => number;
  #place = { x: 400, y: 300 };

  constructor(
    readonly client: RoomClient,
    private readonly clock: EventClock,
    private readonly supply: StrokeSupply,
    color: string,
    seed: number,
  ) {
    this.#hand = new PenHand(client, clock, color);
    this.#random = seededRandom(seed);
    this.#hand.look(640, 360);
  }

  /** Writes until a moment; points in every other pause that has the time for it. */
  async write(until: number): Promise<void> {
    for (let count = 0; ; count++) {
      const { stroke, pause } = this.supply.take();
      const [first, last] = [stroke.samples[0], stroke.samples.at(-1)];
      if (!first || !last) continue;
      const start = Math.ceil(this.clock.now() + pause);
      if (start + last.t - first.t > until) return;
      if (count % 2 === 0 && pause >= HOVER_MS) await this.#hover(start - 50, first);
      await this.#hand.draw(stroke, start - first.t);
      this.#place = { x: last.x, y: last.y };
    }
  }

  /** Looks around a page and points at this and that. */
  async lookAround(until: number): Promise<void> {
    while (this.clock.now() + 6000 < until) {
      for (let step = 0; step < 10; step++) {
        this.#hand.look(640 + step * 30 * this.#random(), 360 + step * 40);
        await this.clock.wait(this.clock.now() + 100);
      }
      await this.#hover(this.clock.now() + 1500, { x: this.#random() * 1200, y: this.#random() * 700 });
      await this.clock.wait(this.clock.now() + 1000 + 2000 * this.#random());
    }
  }

  /** Moves the pointer from where it is to a place, with the unrest of a hand. */
  async #hover(until: number, to: { readonly x: number; readonly y: number }): Promise<void> {
    const [from, start] = [this.#place, this.clock.now()];
    const step = 1000 / CURSORS_A_SECOND;
    while (this.clock.now() + step < until) {
      await this.clock.wait(this.clock.now() + step);
      const way = (this.clock.now() - start) / (until - start);
      const share = way * way * (3 - 2 * way);
      const x = Math.round(from.x + (to.x - from.x) * share + 3 * (this.#random() - 0.5));
      const y = Math.round(from.y + (to.y - from.y) * share + 3 * (this.#random() - 0.5));
      this.#place = { x, y };
      this.#hand.point(x, y);
    }
  }
}
