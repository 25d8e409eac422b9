import type { Drawing } from "./drawing.js";

/** What a page with a whiteboard in it offers to the benchmark, as `globalThis.bench`. */
export interface BenchPage {
  /** Makes ready what is not to be measured; nothing is shown. */
  prepare(drawing: Drawing): Promise<void>;
  /** Shows the whiteboard with all of the drawing in view. */
  mount(): void;
  /** Looks at the middle of the drawing at 100 %. */
  showMiddle(): void;
  /** Takes the pen in hand. */
  takePen(): void;
}

/** The tab's own hooks for the benchmark, besides the page's. */
export interface InputWatch {
  /** Resolves when the next frame is painted. */
  frame(): Promise<void>;
  /** Milliseconds from each event, as the browser stamped it, to the end of the frame that came after; empties the list. */
  takeLatencies(): number[];
}

/** The camera's zoom and place that have all of a drawing in a view, with a little margin. */
export function fitIn({ width, height }: Drawing, view: { readonly width: number; readonly height: number }) {
  const margin = 32;
  const zoom = Math.min(1, (view.width - 2 * margin) / width, (view.height - 2 * margin) / height);
  return { zoom, x: (width - view.width / zoom) / 2, y: (height - view.height / zoom) / 2 };
}

/** Puts the page where the benchmark finds it, and begins to watch input. */
export function offer(bench: BenchPage): void {
  let latencies: number[] = [];
  const frame = () =>
    new Promise<void>((resolve) => {
      requestAnimationFrame(() => {
        // A message comes after the frame's painting, which comes right after this.
        const channel = new MessageChannel();
        channel.port1.addEventListener("message", () => resolve(), { once: true });
        channel.port1.start();
        channel.port2.postMessage(null);
      });
    });
  const note = (event: Event) => void frame().then(() => latencies.push(performance.now() - event.timeStamp));
  for (const name of ["pointermove", "wheel"]) addEventListener(name, note, { capture: true, passive: true });
  const takeLatencies = () => {
    const taken = latencies;
    latencies = [];
    return taken;
  };
  const watch: InputWatch = { frame, takeLatencies };
  Object.assign(globalThis, { bench, watch });
}
