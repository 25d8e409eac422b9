import type { Cancel, Clock } from "../clock/clock.js";
import type { Entry } from "../signal/entry.js";
import { InktapeError } from "../signal/errors.js";
import type { Millis, Seq } from "../signal/ids.js";
import { callAll } from "../store/call-all.js";
import { createStore, type WritableStore } from "../store/store.js";
import type { Sight } from "../tape/board-ink.js";
import { PAUSE_MS } from "../tape/timeline.js";
import { IndexFeed } from "./index-feed.js";
import { transition } from "./machine.js";
import type { Glimpse } from "./events-between.js";
import { checkedLoop, type Loop } from "./loop.js";
import type { Effect, MachineEvent } from "./machine-events.js";
import { initialState, isPictureDue, loopAround, positionAt, type Target } from "./machine-state.js";
import { AHEAD_MS } from "./planner.js";
import type { PlayerEvent, PlayerEventType } from "./player-events.js";
import type { Player, PlayerFrame, PlayerOptions, PlayerState } from "./player.js";
import { nearestFrame, NO_FRAME, unlessSameFrame } from "./player-frame.js";
import { Projector } from "./projector.js";
import { publicState, unlessSame } from "./public-state.js";
import { Teller } from "./teller.js";
import { millisOf } from "./track.js";

/** How often something is shown that nobody sees, in milliseconds: so that entries come in time. */
const HIDDEN_FRAME_MS = 250;

const RATE = { min: 0.25, max: 16 } as const;

/**
 * The player: performs what machine.ts says and keeps nothing of the playback itself. Nothing that comes late can show a
 * wrong picture: a part goes to the reader whoever asked for it, and what is shown is always what is due then.
 */
export class TapePlayer implements Player {
  readonly frame = createStore(NO_FRAME);
  readonly state: WritableStore<PlayerState>;
  readonly #clock: Clock;
  readonly #index: IndexFeed;
  readonly #projector: Projector;
  readonly #listeners = new Set<(entries: readonly Entry[]) => void>();
  readonly #teller: Teller;
  readonly #events: MachineEvent[] = [];
  #isBusy = false;
  #machine = initialState({ from: undefined, to: undefined }, PAUSE_MS);
  #trouble: InktapeError | null = null;
  #direction: 1 | -1 = 1;
  #sight: Sight | null = null;
  /** Up to which entry they were handed out; null when the next picture is jumped to and not played. */
  #played: Seq | null = null;
  #arrivals: (() => void)[] = [];
  #cancelFrame: Cancel | null = null;

  constructor({ source, clock, fetcher = source, inkDecoder, from, to, whenHidden }: PlayerOptions) {
    this.#clock = clock;
    this.#index = new IndexFeed(source, clock, {
      came: (timeline) => {
        this.#projector.setTimeline(timeline);
        this.#dispatch({ type: "index", timeline, now: clock.now() });
      },
      failed: (error) => this.#dispatch({ type: "indexFailed", error }),
    });
    this.#projector = new Projector({ fetcher, inkDecoder }, clock, {
      part: () => this.#dispatch({ type: "loaded" }),
      trouble: (reason) => {
        this.#trouble = reason;
        this.#publish();
      },
      denied: (error) => this.#dispatch({ type: "fail", error }),
    });
    this.state = createStore(this.#publicState());
    this.#teller = new Teller(this.#glimpse());
    try {
      const wish = { from: millisOf(from, "from"), to: millisOf(to, "to") };
      this.#machine = initialState(wish, PAUSE_MS, whenHidden);
      void this.#index.fetch();
    } catch (error) {
      if (!(error instanceof InktapeError)) throw error;
      this.#dispatch({ type: "fail", error });
    }
  }

  play(): void {
    this.#dispatch({ type: "play", now: this.#clock.now() });
  }

  pause(): void {
    this.#dispatch({ type: "pause", now: this.#clock.now() });
  }

  seek(position: number): Promise<void> {
    return this.#seek({ position: finite(position, "position") });
  }

  seekWall(wall: Millis): Promise<void> {
    return this.#seek({ wall: finite(wall, "wall time") });
  }

  setRate(rate: number): void {
    const clamped = Math.min(RATE.max, Math.max(RATE.min, finite(rate, "rate")));
    this.#dispatch({ type: "rate", rate: clamped, now: this.#clock.now() });
  }

  setIdleLimit(ms: number | null): void {
    const limit = ms === null ? null : Math.max(PAUSE_MS, finite(ms, "idle limit"));
    this.#dispatch({ type: "idleLimit", ms: limit, now: this.#clock.now() });
  }

  step(by: 1 | -1): Promise<void> {
    return this.#goOff(by, { type: "step", by, now: this.#clock.now() });
  }

  setLoop(loop: Loop | null): void {
    this.#dispatch({ type: "loop", loop: loop && checkedLoop(loop), now: this.#clock.now() });
  }

  setHidden(isHidden: boolean): void {
    this.#dispatch({ type: "hidden", isHidden, now: this.#clock.now() });
  }

  setSight(sight: Sight | null): void {
    this.#sight = sight;
    this.#dispatch({ type: "loaded" });
  }

  wallAt(position: number): Millis {
    return Math.floor(this.#machine.track?.time.wallAt(position) ?? 0) as Millis;
  }

  positionAt(wall: Millis): number {
    return this.#machine.track?.time.positionAt(wall) ?? 0;
  }

  onEntries(listener: (entries: readonly Entry[]) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  on(type: PlayerEventType, listener: (event: PlayerEvent) => void): () => void {
    return this.#teller.on(type, listener);
  }

  close(): void {
    this.#dispatch({ type: "close" });
  }

  #seek(target: Target): Promise<void> {
    const position = "wall" in target ? this.positionAt(target.wall as Millis) : target.position;
    return this.#goOff(position < this.frame.get().position ? -1 : 1, { type: "seek", target });
  }

  /** Jumps; resolves when that has arrived, or another jump took over. */
  #goOff(direction: 1 | -1, event: MachineEvent): Promise<void> {
    this.#arrive();
    this.#direction = direction;
    this.#played = null;
    return new Promise((resolve) => {
      this.#arrivals.push(resolve);
      this.#dispatch(event);
    });
  }

  /** Takes events one after another, those that come out of effects included. */
  #dispatch(event: MachineEvent): void {
    this.#events.push(event);
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      for (let next = this.#events.shift(); next; next = this.#events.shift()) {
        const step = transition(this.#machine, next);
        this.#machine = step.state;
        for (const effect of step.effects) this.#perform(effect);
      }
    } finally {
      this.#isBusy = false;
    }
    this.#publish();
  }

  #perform(effect: Effect): void {
    switch (effect.type) {
      case "fetchIndex":
        return void this.#index.fetch();
      case "poll":
        return this.#index.poll();
      case "stopPolling":
        return this.#index.stopPolling();
      case "findStop":
        return this.#findStop();
      case "look":
        return this.#show();
      case "run":
        this.#cancelFrame?.();
        return this.#askForFrame();
      case "rest":
        return this.#cancelFrame?.();
      case "release":
        this.#index.close();
        this.#projector.close();
        this.#listeners.clear();
        this.#teller.close();
        return;
    }
  }

  #onFrame(now: number): void {
    // Asked for first: whoever listens to the picture may throw, and the next one must come all the same.
    this.#askForFrame();
    this.#dispatch({ type: "frame", now });
  }

  /** A page that is not seen is given no frames, but time now and then. */
  #askForFrame(): void {
    const clock = this.#clock;
    this.#cancelFrame = this.#machine.hidden.isHidden
      ? clock.after(HIDDEN_FRAME_MS, () => this.#onFrame(clock.now()))
      : clock.frame((now) => this.#onFrame(now));
  }

  #findStop(): void {
    const { phase } = this.#machine;
    if (phase.name !== "stepping") return;
    const wall = this.#projector.stopFrom(this.wallAt(phase.position), phase.by > 0 ? 1 : -1);
    if (wall !== null) this.#events.push({ type: "stop", wall });
  }

  /** Shows the picture that is due, or sees to it that it is loaded. */
  #show(): void {
    const { track, rate } = this.#machine;
    if (!track?.range) return;
    const now = this.#clock.now();
    const position = positionAt(this.#machine, now);
    const wall = this.wallAt(position);
    const loop = loopAround(this.#machine);
    const farthest = position + AHEAD_MS * rate;
    const jump = loop && farthest > loop.to ? this.wallAt(loop.from) : null;
    const ahead = this.wallAt(Math.min(farthest, loop?.to ?? farthest));
    const picture = this.#projector.boardAt({ wall, ahead, jump, direction: this.#direction, sight: this.#sight });
    this.#events.push({ type: picture?.isSightWhole ? "shown" : "starved", now });
    if (!picture) return this.#showNearest(position, wall);
    const { board, isWhole, isSightWhole } = picture;
    this.#setFrame({ position, wall, board, isWhole });
    if (isSightWhole) this.#handOut(board.seq, wall);
  }

  /** Until what is sought is there, the board at hand that is nearest: what is shown, or one from before. */
  #showNearest(position: number, wall: Millis): void {
    const near = this.#machine.seeks.isDue ? this.#projector.nearestTo(wall) : null;
    this.#setFrame(nearestFrame(this.frame.get(), near, position, wall));
  }

  #setFrame(frame: PlayerFrame): void {
    this.frame.set(unlessSameFrame(this.frame.get(), frame));
  }

  #handOut(seq: Seq, wall: Millis): void {
    const isPlayed = this.#played !== null && this.#listeners.size > 0;
    const entries = isPlayed ? this.#projector.entriesAfter(this.#played as Seq, wall) : [];
    this.#played = seq;
    if (entries.length > 0) callAll([...this.#listeners].map((listener) => () => listener(entries)));
  }

  #arrive(): void {
    const arrivals = this.#arrivals;
    this.#arrivals = [];
    for (const resolve of arrivals) resolve();
  }

  #publish(): void {
    this.state.set(unlessSame(this.state.get(), this.#publicState()));
    const { phase } = this.#machine;
    const isShown = phase.name !== "opening" && !isPictureDue(phase);
    if (isShown && (this.frame.get().isWhole || !this.#machine.track?.range)) this.#arrive();
    this.#teller.see(this.#glimpse(), this.#clock.now());
  }

  #glimpse(): Glimpse {
    return { state: this.state.get(), frame: this.frame.get(), seeks: this.#machine.seeks.count };
  }

  #publicState(): PlayerState {
    return publicState(this.#machine, {
      hasPicture: this.frame.get().board !== null,
      buffered: this.#projector.buffered,
      skippedBlocks: this.#projector.damaged,
      trouble: this.#trouble,
    });
  }
}

function finite(value: number, name: string): number {
  if (Number.isFinite(value)) return value;
  throw new InktapeError("bad-argument", `${value} is no ${name}: give a number.`);
}
