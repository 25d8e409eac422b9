import type { Clock } from "../clock/clock.js";

/** How long work may go on before the page gets its turn. */
const TURN_MS = 30;

/**
 * Makes a pause for long work: awaited again and again, it lets the page do what is waiting when it is time for that. In
 * a tab that nobody looks at too, where timers come once a second.
 */
export function givingWay(clock: Clock): () => Promise<void> {
  let since = clock.now();
  return async () => {
    if (clock.now() - since < TURN_MS) return;
    await nextTask();
    since = clock.now();
  };
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
