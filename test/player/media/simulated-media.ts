import type { VirtualClock } from "../../../src/clock/virtual.js";
import type { MediaElement, MediaEventType } from "../../../src/player/media/media-element.js";

export interface SimulatedMediaOptions {
  readonly clock: VirtualClock;
  /** 0 to 1, for how long things take. */
  readonly random: () => number;
  /** Seconds. */
  readonly duration?: number;
  /** Its time goes so much faster than the clock's: 0.02 is 2 %. */
  readonly drift?: number;
  /** `currentTime` is renewed so often, in milliseconds; 0 is always. */
  readonly grain?: number;
  /** The name of the error that `play` is refused with. */
  readonly refusal?: string | null;
}

/** A media element in virtual time: it starts and seeks late, drifts, stalls, and tells its time only now and then. */
export class SimulatedMedia implements MediaElement {
  readonly calls: string[] = [];
  refusal: string | null;
  paused = true;
  ended = false;
  seeking = false;
  readyState = 4;
  error: object | null = null;
  muted = false;
  volume = 1;
  readonly duration: number;
  readonly #options: SimulatedMediaOptions;
  readonly #listeners = new Map<MediaEventType, Set<() => void>>();
  #time = 0;
  #at: number;
  #told = { time: 0, at: 0 };
  #rate = 1;
  #isMoving = false;
  #turn = 0;

  constructor(options: SimulatedMediaOptions) {
    this.#options = options;
    this.#at = options.clock.now();
    this.duration = options.duration ?? 60;
    this.refusal = options.refusal ?? null;
  }

  /** Where it really is, in seconds. */
  get truth(): number {
    this.#pass();
    return this.#time;
  }

  get currentTime(): number {
    this.#pass();
    const { clock, grain = 0 } = this.#options;
    if (clock.now() - this.#told.at >= grain) this.#tell();
    return this.#told.time;
  }

  set currentTime(time: number) {
    this.#pass();
    this.calls.push(`seek ${time.toFixed(2)}`);
    this.#time = Math.min(this.duration, Math.max(0, time));
    this.ended = false;
    this.#tell();
    this.seeking = true;
    this.#isMoving = false;
    this.#fire("seeking");
    this.#later(30 + this.#options.random() * 170, () => {
      this.seeking = false;
      this.#isMoving = !this.paused;
      this.#fire("seeked");
    });
  }

  get playbackRate(): number {
    return this.#rate;
  }

  set playbackRate(rate: number) {
    this.#pass();
    this.#tell();
    this.#rate = rate;
    this.#fire("ratechange");
  }

  load(): void {
    this.calls.push("load");
    this.error = null;
    this.readyState = 4;
    this.#time = 0;
    this.#tell();
    this.#stop();
    this.#fire("emptied");
  }

  play(): Promise<void> {
    this.calls.push("play");
    if (this.refusal !== null) {
      return Promise.reject(Object.assign(new Error("refused"), { name: this.refusal }));
    }
    if (!this.paused) return Promise.resolve();
    this.paused = false;
    this.#fire("play");
    if (!this.seeking) this.#start();
    return Promise.resolve();
  }

  pause(): void {
    if (this.paused) return;
    this.#pass();
    this.calls.push("pause");
    this.#stop();
    this.#fire("pause");
  }

  /** Has nothing to play for a time, in milliseconds. */
  stall(ms: number): void {
    if (!this.#isMoving) return;
    this.#pass();
    this.readyState = 2;
    this.#isMoving = false;
    this.#fire("waiting");
    this.#options.clock.after(ms, () => {
      this.#pass();
      this.readyState = 4;
      this.#isMoving = !this.paused && !this.seeking;
      this.#fire("canplay");
    });
  }

  /** Fails for good. */
  fail(): void {
    this.error = { code: 4 };
    this.#fire("error");
  }

  addEventListener(type: MediaEventType, listener: () => void): void {
    this.#listeners.set(type, (this.#listeners.get(type) ?? new Set()).add(listener));
  }

  removeEventListener(type: MediaEventType, listener: () => void): void {
    this.#listeners.get(type)?.delete(listener);
  }

  /** How many are listening. */
  get listeners(): number {
    return [...this.#listeners.values()].reduce((sum, { size }) => sum + size, 0);
  }

  #start(): void {
    this.#later(this.#options.random() * 20, () => {
      this.#isMoving = this.readyState > 2;
      this.#fire("playing");
    });
  }

  #stop(): void {
    this.paused = true;
    this.#isMoving = false;
    this.#tell();
  }

  #tell(): void {
    this.#told = { time: this.#time, at: this.#options.clock.now() };
  }

  #pass(): void {
    const now = this.#options.clock.now();
    if (this.#isMoving) this.#time += ((now - this.#at) / 1000) * this.#rate * (1 + (this.#options.drift ?? 0));
    this.#at = now;
    if (this.#time < this.duration || this.paused) return;
    this.#time = this.duration;
    this.ended = true;
    this.#stop();
    this.#fire("pause");
    this.#fire("ended");
  }

  /** What was begun before is overtaken. */
  #later(ms: number, act: () => void): void {
    const turn = ++this.#turn;
    this.#options.clock.after(ms, () => {
      this.#pass();
      if (turn === this.#turn) act();
    });
  }

  #fire(type: MediaEventType): void {
    this.#options.clock.after(0, () => this.#listeners.get(type)?.forEach((listener) => listener()));
  }
}
