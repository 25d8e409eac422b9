/** What a page with a player in it offers to the benchmark. Positions are milliseconds since the recording began. */
export interface ReplayPage {
  /** Shows the recording at a position; resolves when the page has been told to draw it. */
  open(position: number): Promise<void>;
  /** The same for another position of a recording that is shown. */
  seek(position: number): Promise<void>;
  /** Plays on from where it is. */
  play(rate: number): void;
  pause(): void;
  /** Strokes that are shown. */
  strokes(): number;
}

/** The same, measured: `globalThis.bench`. Milliseconds on the clock, until a picture is painted and none is due any more. */
export interface ReplayMeter extends Pick<ReplayPage, "play" | "pause" | "strokes"> {
  open(position: number): Promise<number>;
  seek(position: number): Promise<number>;
  /** The longest task of more than 50 ms since the last call; 0 when there was none. */
  takeLongestTask(): Promise<number>;
}

/** Puts the page where the benchmark finds it. */
export function offer(page: ReplayPage): void {
  const due = countFrames();
  const timed = async (work: Promise<void>, start: number) => {
    await work;
    do await painted();
    while (due() > 0);
    return performance.now() - start;
  };
  let tasks: number[] = [];
  const watch = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
  watch.observe({ type: "longtask" });
  const bench: ReplayMeter = {
    open: (position) => timed(page.open(position), performance.now()),
    seek: (position) => {
      const start = performance.now();
      return timed(page.seek(position), start);
    },
    play: (rate) => page.play(rate),
    pause: () => page.pause(),
    strokes: () => page.strokes(),
    async takeLongestTask() {
      // A task is told of some time after it.
      await new Promise((resolve) => setTimeout(resolve, 200));
      const longest = Math.max(0, ...tasks);
      tasks = [];
      return longest;
    },
  };
  Object.assign(globalThis, { bench });
}

/** Counts the frames that the page's own code waits for. */
function countFrames(): () => number {
  const due = new Set<number>();
  const request = globalThis.requestAnimationFrame.bind(globalThis);
  const cancel = globalThis.cancelAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (callback) => {
    const id = request((time) => {
      due.delete(id);
      callback(time);
    });
    due.add(id);
    return id;
  };
  globalThis.cancelAnimationFrame = (id) => {
    due.delete(id);
    cancel(id);
  };
  return () => due.size;
}

function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      // A message comes after the frame's painting, which comes right after this.
      const channel = new MessageChannel();
      channel.port1.addEventListener("message", () => resolve(), { once: true });
      channel.port1.start();
      channel.port2.postMessage(null);
    });
  });
}
