import { INK_STRIDE } from "../../../src/signal/ink.js";
import type { Batch, InkItem } from "../../../src/tape/ink/ink-item.js";
import { seededRandom } from "../../property/seeded.js";

/** CRC-32 of the section of {@link referenceItems}: engines that do not come to it would not read each other's tapes. */
export const REFERENCE_CRC = 3_224_210_098;

/** Forty strokes of a made-up hand, always the same: arcs with tremor, pressure and a clock that jitters. */
export function referenceItems(): InkItem[] {
  const random = seededRandom(20_261_122);
  return Array.from({ length: 40 }, (_, stroke): InkItem => {
    const count = 20 + Math.floor(random() * 40);
    const points = new Int32Array(count * INK_STRIDE);
    const batches: Batch[] = [];
    let [x, y, t, p, vx, vy, from] = [0, 0, 0, 30, 12, -4, 0];
    for (let index = 0; index < count; index++) {
      points.set([x, y, t, p], index * INK_STRIDE);
      vx += Math.floor(random() * 5) - 2;
      vy += Math.floor(random() * 5) - 2;
      x += vx;
      y += vy;
      const next = t + 16 + Math.floor(random() * 3);
      p = Math.min(63, Math.max(0, p + Math.floor(random() * 5) - 2));
      if (index === count - 1 || Math.floor(next / 33) !== Math.floor(t / 33)) {
        batches.push({ count: index + 1 - from, at: 33 * (1 + Math.floor(t / 33)) + Math.floor(random() * 3) });
        from = index + 1;
      }
      t = next;
    }
    return { points, batches: stroke % 8 === 7 ? null : batches };
  });
}
