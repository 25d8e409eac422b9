import type { Board } from "../board/board.js";
import type { Clock } from "../clock/clock.js";
import type { Entry } from "../signal/entry.js";
import type { InktapeError } from "../signal/errors.js";
import type { Millis, Seq } from "../signal/ids.js";
import { partsOf, type TapePart } from "../tape/parts.js";
import type { Sight } from "../tape/board-ink.js";
import { TapeReader } from "../tape/reader.js";
import { lastIndexWhere } from "../tape/search.js";
import type { Timeline, TimeRange } from "../tape/timeline.js";
import { TapeLoader, type PartSupply } from "./loader.js";
import { plan } from "./planner.js";
import { findStop } from "./stops.js";

/** What a projector tells. */
export interface ProjectorEvents {
  /** A part came, or it is known that it never will. */
  part(): void;
  /** Loading does not work and is tried again; null once it works. */
  trouble(reason: InktapeError | null): void;
  denied(reason: InktapeError): void;
}

/** A moment to show, and what is likely to be shown next. */
export interface Showing {
  readonly wall: Millis;
  readonly ahead: Millis;
  /** Where playing jumps to before long; null for nowhere. */
  readonly jump: Millis | null;
  readonly direction: 1 | -1;
  /** What the viewer sees, if that is known. */
  readonly sight: Sight | null;
}

/** A board, and how much of its ink is loaded. */
export interface Projected {
  readonly board: Board;
  readonly isWhole: boolean;
  /** True when all is there that begins in sight. */
  readonly isSightWhole: boolean;
}

/** Gives boards of a tape, and sees to it that what they need is loaded, in time when it can. */
export class Projector {
  readonly #loader: TapeLoader;
  #reader: TapeReader | null = null;
  /** Which way was planned for last: the block and the direction. */
  #planned = "";
  #buffered: readonly TimeRange[] = [];

  constructor(supply: PartSupply, clock: Clock, events: ProjectorEvents) {
    this.#loader = new TapeLoader(supply, clock, {
      loaded: (part, content) => {
        if (content instanceof Uint8Array) this.#reader?.put(part, content);
        else this.#reader?.putDecoded(part, content);
        this.#buffered = this.#reader?.buffered() ?? [];
        events.part();
      },
      unreadable: (part, reason) => {
        this.#reader?.pass(part, reason);
        events.part();
      },
      trouble: (reason) => events.trouble(reason),
      denied: (reason) => events.denied(reason),
    });
  }

  /** Parts that could not be read. */
  get damaged(): number {
    return this.#reader?.damaged.size ?? 0;
  }

  /** Stretches of time that are loaded. */
  get buffered(): readonly TimeRange[] {
    return this.#buffered;
  }

  setTimeline(timeline: Timeline): void {
    if (this.#reader) this.#reader.setTimeline(timeline);
    else this.#reader = new TapeReader(timeline);
    this.#planned = "";
    this.#buffered = this.#reader.buffered();
  }

  /** The board of the moment, as far as it is loaded; null while it cannot be shown at all. */
  boardAt(showing: Showing): Projected | null {
    const reader = this.#reader;
    if (!reader) return null;
    const answer = reader.boardAt(showing.wall, showing.sight);
    const missing = answer.type === "missing" ? answer.parts : answer.ink;
    this.#load(reader, showing, missing);
    if (answer.type === "missing") return null;
    return { board: answer.board, isWhole: missing.length === 0, isSightWhole: answer.isSightWhole };
  }

  /** The board at hand that is nearest before the moment, exact for its own `at`; null when there is none. */
  nearestTo(wall: Millis): Board | null {
    return this.#reader?.nearestTo(wall) ?? null;
  }

  /** The stop that a step from the moment leads to, as stops.ts says; null while what it takes is not loaded. */
  stopFrom(wall: Millis, by: 1 | -1): Millis | "none" | null {
    const reader = this.#reader;
    if (!reader) return null;
    return findStop(reader.timeline.blocks, wall, by, (blocks) => {
      const answer = reader.entriesOf(blocks);
      if (answer.type === "entries") return answer.entries;
      this.#planned = "";
      this.#loader.want(answer.parts);
      return null;
    });
  }

  /** Those of the entries after `seq`, up to and including the moment `wall`, that are loaded. */
  entriesAfter(seq: Seq, wall: Millis): readonly Entry[] {
    return this.#reader?.entriesAfter(seq, wall) ?? [];
  }

  close(): void {
    this.#loader.close();
  }

  /** Plans only when something is missing or another block is reached, now or ahead: a plan holds for whole blocks. */
  #load(reader: TapeReader, { wall, ahead, jump, direction }: Showing, missing: readonly TapePart[]): void {
    const { timeline } = reader;
    const blockAt = (moment: Millis) => lastIndexWhere(timeline.blocks, ({ from }) => from <= moment);
    const planned = `${blockAt(wall)} ${blockAt(ahead)} ${jump} ${direction}`;
    if (planned === this.#planned && missing.length === 0) return;
    this.#planned = planned;
    const jumpParts = jump === null ? [] : partsAt(reader, jump);
    const has = (part: TapePart) => reader.has(part);
    this.#loader.want(plan({ timeline, has, missing, wall, ahead, jump: jumpParts, direction }));
  }
}

/** What a picture of the moment takes, and playing on from there. */
function partsAt(reader: TapeReader, wall: Millis): readonly TapePart[] {
  const { blocks } = reader.timeline;
  const block = blocks[lastIndexWhere(blocks, ({ from }) => from <= wall)];
  return [...reader.missingFor(wall), ...(block ? partsOf(block) : [])];
}
