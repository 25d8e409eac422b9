import type { Board } from "../board/board.js";
import { advance } from "../board/advance.js";
import type { Entry } from "../signal/entry.js";
import type { Seq } from "../signal/ids.js";
import { SwiftKeyframes } from "../tape/keyframe.js";
import { RecentEntries } from "./recent.js";
import type { StoredKeyframe } from "./room-log.js";

/** A keyframe serves joining clients until this many entries have to be sent after it. */
const STALE_AFTER = 1024;

/** When so many entries wait, they are put into the board, which takes a blink. */
const MOST_WAITING = 256;

/** What brings a client from where it is to the end of the log. */
export interface CatchUp {
  /** The board to start from; null when the client's own is near enough. */
  readonly keyframe: Uint8Array | null;
  readonly entries: readonly Entry[];
}

/** The end of a room's log: the board there, and what clients need to come there. */
export class Head {
  #board: Board;
  /** Entries that are not in `#board` yet: one reduce of many costs a fraction of many of one. */
  #waiting: Entry[] = [];
  #keyframe: StoredKeyframe | null = null;
  readonly #keyframes = new SwiftKeyframes();
  readonly #recent: RecentEntries;

  /**
   * @param board where the room starts again, with all its ink; the empty board in a new room.
   * @param size how many entries to hold at least for clients that come back.
   */
  constructor(board: Board, size: number) {
    this.#board = board;
    this.#recent = new RecentEntries(size, board.seq);
  }

  get board(): Board {
    this.#settle();
    return this.#board;
  }

  /** Goes on by entries that follow on the last. */
  advance(entries: readonly Entry[]): void {
    for (const entry of entries) this.#waiting.push(entry);
    this.#recent.add(entries);
    if (this.#waiting.length >= MOST_WAITING) this.#settle();
  }

  /** Passes over entries that are lost: the board stays, its place in the log is the one after them. */
  skipTo(seq: Seq): void {
    if (this.board.seq >= seq) return;
    this.#board = { ...this.board, seq };
    this.#recent.restart(seq);
  }

  /** The board here as a keyframe with all its ink; encoded once for the same entry. */
  keyframe(): StoredKeyframe {
    const { board } = this;
    if (this.#keyframe?.seq !== board.seq) {
      this.#keyframe = { seq: board.seq, at: board.at, bytes: this.#keyframes.encode(board) };
    }
    return this.#keyframe;
  }

  /** How a client comes here that has everything up to `after`; null for one that has no board. */
  catchUp(after: Seq | null): CatchUp {
    const missing = after === null ? null : this.#recent.after(after);
    if (missing) return { keyframe: null, entries: missing };
    const keyframe = this.#recentKeyframe() ?? this.keyframe();
    return { keyframe: keyframe.bytes, entries: this.#recent.after(keyframe.seq) ?? [] };
  }

  #settle(): void {
    if (this.#waiting.length === 0) return;
    this.#board = advance(this.#board, this.#waiting);
    this.#waiting = [];
  }

  #recentKeyframe(): StoredKeyframe | null {
    if (!this.#keyframe || this.board.seq - this.#keyframe.seq > STALE_AFTER) return null;
    return this.#recent.after(this.#keyframe.seq) && this.#keyframe;
  }
}
