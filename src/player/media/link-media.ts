import type { Cancel } from "../../clock/clock.js";
import { createStore, type WritableStore } from "../../store/store.js";
import type { Player } from "../player.js";
import { conduct, type Conduct } from "./conduct.js";
import { type DuePosition, duePosition } from "./due.js";
import { MEDIA_EVENTS, type MediaElement, type MediaEventType } from "./media-element.js";
import type { MediaLink, MediaState, MediaStatus } from "./media-link.js";
import { mediaStartOf, type MediaOffset, mediaTimeAt, wallAtMedia } from "./media-time.js";
import type { PacedClock } from "./paced-clock.js";
import { read, type Reading } from "./reading.js";

/** What is played along with what. */
export interface LinkOptions {
  readonly player: Player;
  /** The clock that the player was made with. */
  readonly clock: PacedClock;
  readonly element: MediaElement;
  /** The range's start unless it says otherwise. */
  readonly offset?: MediaOffset | undefined;
}

/** Plays a media element along with a player. Throws `bad-argument` for an offset that is no moment. */
export function linkMedia(options: LinkOptions): MediaLink {
  return new Link(options);
}

/** A pause that the player jumps over is longer than this, in seconds of media. */
const GAP_S = 0.2;
/** So far from where it was sent, the media has not come there, in seconds. */
const ARRIVED_S = 0.5;
/** The least `readyState` of what can be heard at once (HAVE_FUTURE_DATA). */
const HAS_MORE = 3;

/** Performs what conduct.ts says, and hands on to the player what is done to the element by others. */
class Link implements MediaLink {
  readonly state: WritableStore<MediaState>;
  readonly #player: Player;
  readonly #clock: PacedClock;
  readonly #element: MediaElement;
  readonly #startOf: ReturnType<typeof mediaStartOf>;
  readonly #position: DuePosition;
  readonly #ends: readonly (() => void)[];
  #reading: Reading | null = null;
  #last = { due: 0, now: 0 };
  #isJump = true;
  #soughtTo: number | null = null;
  #isOrdered = false;
  #playbackRate: number;
  #trouble: "blocked" | "failed" | null = null;
  #cancelFrame: Cancel | null = null;
  #isClosed = false;

  constructor({ player, clock, element, offset = 0 }: LinkOptions) {
    this.#player = player;
    this.#clock = clock;
    this.#element = element;
    this.#startOf = mediaStartOf(offset);
    this.#position = duePosition(player, clock);
    this.#playbackRate = element.playbackRate;
    // What plays already is the player's from now on, and paused with it.
    this.#isOrdered = !element.paused;
    this.state = createStore(this.#stateWith("together"));
    if ("preservesPitch" in element) element.preservesPitch = true;
    const steer = () => this.#steer();
    const onMedia = new Map(MEDIA_EVENTS.map((type) => [type, () => this.#onMedia(type)] as const));
    onMedia.forEach((listener, type) => element.addEventListener(type, listener));
    this.#ends = [
      player.state.subscribe(steer),
      player.frame.subscribe(() => !this.#cancelFrame && steer()),
      player.on("seeking", () => {
        this.#isJump = true;
        steer();
      }),
      player.on("play", () => {
        if (this.#trouble === "blocked") this.#trouble = null;
        steer();
      }),
      () => onMedia.forEach((listener, type) => element.removeEventListener(type, listener)),
    ];
    steer();
  }

  setMuted(isMuted: boolean): void {
    this.#element.muted = isMuted;
    if (!isMuted && this.#element.volume === 0) this.#element.volume = 1;
    this.#publish(this.state.get().status);
  }

  setVolume(volume: number): void {
    this.#element.volume = Math.min(1, Math.max(0, volume));
    if (volume > 0) this.#element.muted = false;
    this.#publish(this.state.get().status);
  }

  retry(): void {
    this.#trouble = null;
    this.#isJump = true;
    this.#soughtTo = null;
    this.#isOrdered = false;
    this.#element.load();
    this.#steer();
  }

  close(): void {
    this.#isClosed = true;
    this.#ends.forEach((end) => end());
    this.#position.close();
    this.#cancelFrame?.();
    this.#setPlaying(false);
    this.#clock.setPace(1);
  }

  #onMedia(type: MediaEventType): void {
    const { paused, ended, currentTime, playbackRate } = this.#element;
    const { range, isPaused } = this.#player.state.get();
    if (type === "emptied") this.#trouble = null;
    if (type === "emptied" || ended) this.#isOrdered = false;
    if (this.#trouble === "failed") return;
    if (type === "pause" && paused && this.#isOrdered) {
      this.#isOrdered = false;
      this.#player.pause();
    }
    if (type === "play" && !paused && isPaused) this.#player.play();
    if (type === "ratechange" && playbackRate !== this.#playbackRate) this.#player.setRate(playbackRate);
    if (type === "seeking" && range && !this.#isOwnSeek(currentTime)) {
      void this.#player.seekWall(wallAtMedia(currentTime, this.#startOf(range)));
    }
    this.#steer();
  }

  #isOwnSeek(time: number): boolean {
    return Math.abs(time - (this.#soughtTo ?? this.#last.due)) < ARRIVED_S;
  }

  /** Brings both together, and looks again with the next picture for as long as playing is wanted. */
  #steer(): void {
    const { range, status, rate, isPaused } = this.#player.state.get();
    this.#cancelFrame?.();
    this.#cancelFrame = isPaused || this.#isClosed ? null : this.#clock.base.frame(() => this.#steer());
    if (this.#isClosed || !range) return;
    if (this.#element.error) this.#trouble = "failed";
    if (this.#trouble === "failed") return this.#goWithout();
    this.#setRate(rate);
    const reading = this.#read();
    const due = this.#due(this.#startOf(range), rate);
    const { duration, paused, ended, playbackRate } = this.#element;
    const done = conduct({
      isPlaying: status === "playing",
      rate,
      due,
      isJump: this.#isJump,
      media: {
        reading,
        duration: Number.isNaN(duration) ? Number.POSITIVE_INFINITY : duration,
        isPaused: paused,
        isEnded: ended,
        isReady: this.#isReady(),
        playbackRate,
        soughtTo: this.#soughtTo,
      },
    });
    this.#perform(done);
  }

  #perform({ pace, seekTo, isPlayWanted, isWaiting, isUnseekable }: Conduct): void {
    if (isUnseekable) {
      this.#trouble = "failed";
      return this.#goWithout();
    }
    this.#isJump = false;
    this.#clock.setPace(pace);
    if (seekTo !== null) this.#seek(seekTo);
    this.#setPlaying(isPlayWanted);
    this.#publish(this.#trouble ?? (isWaiting ? "waiting" : "together"));
  }

  #goWithout(): void {
    this.#setPlaying(false);
    this.#clock.setPace(1);
    this.#publish("failed");
  }

  #read(): Reading {
    const { paused, currentTime, playbackRate } = this.#element;
    if (this.#soughtTo !== null && !this.#element.seeking && this.#isOwnSeek(currentTime)) this.#soughtTo = null;
    const pace = paused || !this.#isReady() ? 0 : playbackRate;
    return (this.#reading = read(this.#reading, currentTime, this.#clock.base.now(), pace));
  }

  #isReady(): boolean {
    return this.#element.readyState >= HAS_MORE && !this.#element.seeking;
  }

  /** The media time of what the player shows. Where that goes on faster than the player's clock, a pause was jumped. */
  #due(start: number, rate: number): number {
    const now = this.#clock.now();
    const due = mediaTimeAt(this.#player.wallAt(this.#position.now()), start);
    const played = ((now - this.#last.now) * rate) / 1000;
    if (due - this.#last.due - played > GAP_S * Math.max(1, rate)) this.#isJump = true;
    this.#last = { due, now };
    return due;
  }

  #seek(time: number): void {
    this.#soughtTo = time;
    this.#element.currentTime = time;
  }

  #setRate(rate: number): void {
    if (rate === this.#playbackRate && this.#element.playbackRate === rate) return;
    try {
      this.#element.playbackRate = rate;
    } catch {
      // A browser that cannot play as fast plays as it did; the board goes along.
    }
    this.#playbackRate = this.#element.playbackRate;
  }

  #setPlaying(isWanted: boolean): void {
    // What others have begun or paused becomes the player's with the event that tells of it: until then it is left alone.
    const isForeign = !isWanted && !this.#element.paused && !this.#player.state.get().isPaused;
    if (isWanted === this.#isOrdered && !isForeign) return;
    this.#isOrdered = isWanted;
    if (!isWanted) return this.#element.pause();
    Promise.resolve(this.#element.play()).catch((reason: unknown) => this.#onRefused(reason));
  }

  /** A call of `play` that a pause overtook is rejected too, and is no trouble. */
  #onRefused(reason: unknown): void {
    const name = (reason as Partial<Error> | null)?.name;
    if (this.#isClosed || name === "AbortError") return;
    this.#isOrdered = false;
    this.#trouble = name === "NotAllowedError" ? "blocked" : "failed";
    if (this.#trouble === "blocked") this.#player.pause();
    this.#steer();
  }

  #publish(status: MediaStatus): void {
    const before = this.state.get();
    const after = this.#stateWith(status);
    const isSame = before.status === status && before.isMuted === after.isMuted && before.volume === after.volume;
    if (!isSame) this.state.set(after);
  }

  #stateWith(status: MediaStatus): MediaState {
    const { muted, volume } = this.#element;
    return { status, isMuted: muted || volume === 0, volume };
  }
}
