import { BATCHES_A_SECOND } from "./pen-batches.js";

const LOOK_MS = 1;

/**
 * Lets writers write, 30 times a second each and evenly one after another, whether the server keeps up or not. Returns
 * what ends it.
 *
 * @param write makes one writer say its next batch.
 */
export function pace(writers: number, write: (writer: number) => void): () => void {
  const period = 1000 / BATCHES_A_SECOND;
  const start = performance.now();
  const due = Array.from({ length: writers }, (_, writer) => start + (period * writer) / writers);
  const timer = setInterval(() => {
    const now = performance.now();
    due.forEach((time, writer) => {
      for (let next = time; next <= now; next += period) {
        due[writer] = next + period;
        write(writer);
      }
    });
  }, LOOK_MS);
  return () => clearInterval(timer);
}
