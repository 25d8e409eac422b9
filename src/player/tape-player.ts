import type { Cancel, Clock } from "../clock/clock.js";
import type { Entry } from "../signal/entry.js";
import { InktapeError } from "../signal/errors.js";
import type { Millis, Seq } from "../signal/ids.js";
import { callAll } from "../store/call-all.js";
import { createStore, type WritableStore } from "../store/store.js";
import type { Sight } from "../tape/board-ink.js";
import type { TapeSource } from "../tape/tape-source.js";
import { PAUSE_MS } from "../tape/timeline.js";
import { POLL_MS, transition } from "./machine.js";
import type { Effect, MachineEvent } from "./machine-events.js";
import { initialState, isPictureDue, positionAt, type Target } from "./machine-state.js";
import { AHEAD_MS } from "./planner.js";
import type { Player, PlayerFrame, PlayerOptions, PlayerState } from "./player.js";
import { Projector } from "./projector.js";
import { publicState, unlessSame } from "./public-state.js";
import { millisOf } from "./track.js";

const RATE = { min: 0.25, max: 16 } as const;

/**
 * The player: performs what machine.ts says and keeps nothing of the playback itself. Nothing that comes late can show a
 * wrong picture: a part goes to the reader whoever asked for it, and what is shown is always what is due then.
 */
export class TapePlayer implements Player {
  readonly frame = createStore<PlayerFrame>({ position: 0, wall: 0 as Millis, board: null, isWhole: false });
  readonly state: WritableStore<PlayerState>;
  readonly #source: TapeSource;
  readonly #clock: Clock;
  readonly #projector: Projector;
  readonly #listeners = new Set<(entries: readonly Entry[]) => void>();
  readonly #events: MachineEvent[] = [];
  #isBusy = false;
  #machine = initialState({ from: undefined, to: undefined }, PAUSE_MS);
  #trouble: InktapeError | null = null;
  #direction: 1 | -1 = 1;
  #sight: Sight | null = null;
  /** Up to which entry they were handed out; null when the next picture is jumped to and not played. */
  #played: Seq | null = null;
  #arrivals: (() => void)[] = [];
  #indexTurn = 0;
  #cancelFrame: Cancel | null = null;
  #cancelPoll: Cancel | null = null;

  constructor({ source, clock, fetcher = source, inkDecoder, from, to }: PlayerOptions) {
    this.#source = source;
    this.#clock = clock;
    this.#projector = new Projector({ fetcher, inkDecoder }, clock, {
      part: () => this.#dispatch({ type: "loaded" }),
      trouble: (reason) => {
        this.#trouble = reason;
        this.#publish();
      },
      denied: (error) => this.#dispatch({ type: "fail", error }),
    });
    this.state = createStore(this.#publicState());
    try {
      const wish = { from: millisOf(from, "from"), to: millisOf(to, "to") };
      this.#machine = initialState(wish, PAUSE_MS);
      void this.#fetchIndex();
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

  close(): void {
    this.#dispatch({ type: "close" });
  }

  #seek(target: Target): Promise<void> {
    this.#arrive();
    const position = "wall" in target ? this.positionAt(target.wall as Millis) : target.position;
    this.#direction = position < this.frame.get().position ? -1 : 1;
    this.#played = null;
    return new Promise((resolve) => {
      this.#arrivals.push(resolve);
      this.#dispatch({ type: "seek", target });
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
        return void this.#fetchIndex();
      case "poll":
        this.#cancelPoll?.();
        this.#cancelPoll = this.#clock.after(POLL_MS, () => void this.#fetchIndex());
        return;
      case "stopPolling":
        return this.#cancelPoll?.();
      case "look":
        return this.#show();
      case "run":
        this.#cancelFrame?.();
        this.#cancelFrame = this.#clock.frame((now) => this.#onFrame(now));
        return;
      case "rest":
        return this.#cancelFrame?.();
      case "release":
        this.#projector.close();
        this.#listeners.clear();
        return;
    }
  }

  async #fetchIndex(): Promise<void> {
    const turn = ++this.#indexTurn;
    const event = await this.#source.timeline().then(
      (timeline): MachineEvent => ({ type: "index", timeline, now: this.#clock.now() }),
      (cause: unknown): MachineEvent => ({ type: "indexFailed", error: asIndexError(cause) }),
    );
    if (turn !== this.#indexTurn || this.#machine.phase.name === "closed") return;
    if (event.type === "index") this.#projector.setTimeline(event.timeline);
    this.#dispatch(event);
  }

  #onFrame(now: number): void {
    // Asked for first: whoever listens to the picture may throw, and the next one must come all the same.
    this.#cancelFrame = this.#clock.frame((next) => this.#onFrame(next));
    this.#dispatch({ type: "frame", now });
  }

  /** Shows the picture that is due, or sees to it that it is loaded. */
  #show(): void {
    const { track, rate } = this.#machine;
    if (!track?.range) return;
    const now = this.#clock.now();
    const position = positionAt(this.#machine, now);
    const wall = this.wallAt(position);
    const ahead = this.wallAt(position + AHEAD_MS * rate);
    const picture = this.#projector.boardAt({ wall, ahead, direction: this.#direction, sight: this.#sight });
    this.#events.push({ type: picture?.isSightWhole ? "shown" : "starved", now });
    if (!picture) return;
    const { board, isWhole, isSightWhole } = picture;
    this.frame.set(unlessSameFrame(this.frame.get(), { position, wall, board, isWhole }));
    if (isSightWhole) this.#handOut(board.seq, wall);
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

/** The frame before if it shows the same, so that a store tells nobody. */
function unlessSameFrame(before: PlayerFrame, after: PlayerFrame): PlayerFrame {
  const isSame =
    before.position === after.position &&
    before.wall === after.wall &&
    before.board === after.board &&
    before.isWhole === after.isWhole;
  return isSame ? before : after;
}

function finite(value: number, name: string): number {
  if (Number.isFinite(value)) return value;
  throw new InktapeError("bad-argument", `${value} is no ${name}: give a number.`);
}

function asIndexError(cause: unknown): InktapeError {
  if (cause instanceof InktapeError) return cause;
  return new InktapeError("offline", "The tape's index did not come: check the connection and play again.", { cause });
}
