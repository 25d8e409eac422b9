import type { Board } from "../board/board.js";
import type { Clock } from "../clock/clock.js";
import type { InktapeError } from "../signal/errors.js";
import type { Entry } from "../signal/entry.js";
import type { Millis } from "../signal/ids.js";
import type { Store } from "../store/store.js";
import type { InkTrack } from "../tape/sealed/ink-part.js";
import type { Sight } from "../tape/board-ink.js";
import type { TapeFetcher, TapeSource } from "../tape/tape-source.js";
import type { BlockRef, Marker, TapeMember, TimeRange } from "../tape/timeline.js";
import type { Loop } from "./loop.js";
import type { PlayerEvent, PlayerEventType } from "./player-events.js";
import type { Moment } from "./track.js";

/** What is played, and by which clock. */
export interface PlayerOptions {
  readonly source: TapeSource;
  readonly clock: Clock;
  /** The room's creation unless it says otherwise. */
  readonly from?: Moment | undefined;
  /** The end of the last activity unless it says otherwise; then a live room is followed. */
  readonly to?: Moment | undefined;
  /** Where blocks and keyframes come from when not from the source itself: a cache in front of it. */
  readonly fetcher?: TapeFetcher | undefined;
  /** Reads ink parts: away from the page's thread, where that is possible. Closed with the player. Default: right here. */
  readonly inkDecoder?: InkDecoder | undefined;
  /** What comes of playing while nobody sees it, as {@link Player.setHidden} tells. "pause" unless it says otherwise. */
  readonly whenHidden?: WhenHidden | undefined;
}

/**
 * - `pause`: stands still while hidden, and goes on when it is shown again if it played before. A drawn lesson has to be
 *   seen. Play that is asked for meanwhile begins then, as browsers hold back the autoplay of pages in the background.
 * - `goOn`: plays on, as a media element with sound does.
 */
export type WhenHidden = "pause" | "goOn";

/** Reads the ink parts of a tape. */
export interface InkDecoder {
  /** Rejects with `tape-damaged` or `unsupported-version`. */
  decode(bytes: Uint8Array): Promise<InkTrack>;
  close(): void;
}

/**
 * - `waiting`: no index or no first picture yet, or at the live edge until more happens;
 * - `playing`, `paused`: as they say;
 * - `buffering`: playing is wanted, what is due has not come yet;
 * - `ended`: at the end of the range;
 * - `failed`: nothing can be shown; `error` says why.
 */
export type PlayerStatus = "waiting" | "playing" | "paused" | "buffering" | "ended" | "failed";

/** What changes seldom; what changes every frame is in {@link PlayerFrame}. */
export interface PlayerState {
  readonly status: PlayerStatus;
  /** False while playing is wanted, whether it can be done right now or not. */
  readonly isPaused: boolean;
  /** True from a seek or a step until its picture is shown. */
  readonly isSeeking: boolean;
  /** Play time of the whole range in milliseconds, with idle gaps jumped. Grows while the room is live. */
  readonly duration: number;
  readonly rate: number;
  /** The longest pause that is played out, in milliseconds; null plays every pause in full. */
  readonly idleLimit: number | null;
  /** What is played again and again, as it was asked for; null for nothing. */
  readonly loop: Loop | null;
  /** The wall time that is played, after clamping to what is recorded; null until the index is there or when it is empty. */
  readonly range: TimeRange | null;
  /** True when `from` or `to` lay outside what is recorded. */
  readonly isClamped: boolean;
  /** True when nothing was recorded in the range. */
  readonly isEmpty: boolean;
  /** True when the range runs to the end of a room in which something may still happen. */
  readonly isLive: boolean;
  readonly markers: readonly Marker[];
  readonly members: readonly TapeMember[];
  readonly stretches: readonly TimeRange[];
  /** The tape's blocks, with how busy each was. */
  readonly blocks: readonly BlockRef[];
  /** Stretches of wall time whose blocks are loaded. */
  readonly buffered: readonly TimeRange[];
  /** Blocks and keyframes that could not be read and were passed over. */
  readonly skippedBlocks: number;
  /** Why nothing can be shown, or what keeps the next part from coming while it is tried again. */
  readonly error: InktapeError | null;
}

/** One picture of the playback. */
export interface PlayerFrame {
  /** Play time in milliseconds from the start of the range. After a seek it is the place sought at once. */
  readonly position: number;
  /**
   * The wall time shown. That of `position`, but for one case: until what is sought is loaded, the nearest board at hand
   * is shown, and this is its time.
   */
  readonly wall: Millis;
  /** False while ink of the board is still on its way. */
  readonly isWhole: boolean;
  /** The board with every entry up to and including `wall`; null before the first picture. */
  readonly board: Board | null;
}

/** Playback of one range of one tape. Names as in HTMLMediaElement; times in milliseconds. */
export interface Player {
  readonly state: Store<PlayerState>;
  /** Changes once a frame while it plays, and at once when it is sought where all is loaded. */
  readonly frame: Store<PlayerFrame>;
  play(): void;
  pause(): void;
  /** Goes to a play time; clamped to 0..duration. Resolves when the board of that moment is shown with all its ink, or another
   * seek took over. */
  seek(position: number): Promise<void>;
  /** Goes to a wall time; clamped to the range. */
  seekWall(wall: Millis): Promise<void>;
  /**
   * Pauses, and goes to the end of the next stroke or change of the board (1), or back to before the last one (-1). What
   * is done in one go, such as dragging a shape, is one change; see stops.ts. At either end it stays there. Resolves as
   * {@link seek} does.
   */
  step(by: 1 | -1): Promise<void>;
  /** 0.25 to 16; clamped. */
  setRate(rate: number): void;
  /** At least {@link PAUSE_MS}; null plays every pause in full. The wall time shown stays where it is. */
  setIdleLimit(ms: number | null): void;
  /**
   * Plays a range of play time again and again: when its end is reached, playing goes on at its beginning without a
   * pause. `{ from: 0, to: Infinity }` is the whole recording; null ends it. Going elsewhere is allowed and leaves the
   * loop as it is: before it, playing runs into it; after it, on to the end. At a live edge more is waited for instead.
   * Throws `bad-argument` for a range that does not begin before it ends.
   */
  setLoop(loop: Loop | null): void;
  /** Says that nobody can see it now (the page is in the background), or somebody can again; see {@link WhenHidden}. */
  setHidden(isHidden: boolean): void;
  /**
   * Says what the viewer sees of the board: ink that begins there is loaded first, and playing waits for no other. Null:
   * everything counts.
   */
  setSight(sight: Sight | null): void;
  /** Play time to wall time and back. */
  wallAt(position: number): Millis;
  positionAt(wall: Millis): number;
  /** Entries as they are played (not when they are sought over), in order. */
  onEntries(listener: (entries: readonly Entry[]) => void): () => void;
  /** Tells of what happens to the playback: which events there are, and their order, is in player-events.ts. Returns what ends it. */
  on(type: PlayerEventType, listener: (event: PlayerEvent) => void): () => void;
  close(): void;
}
