import { EMPTY_BOARD, type Board } from "../board/board.js";
import { shapeAt, shapesOf } from "../board/leaves.js";
import { reduce } from "../board/reduce.js";
import type { Entry } from "../signal/entry.js";
import { InktapeError } from "../signal/errors.js";
import type { Millis, RoomId } from "../signal/ids.js";
import { pointCount } from "../signal/ink.js";
import { isLoaded, type InkShape } from "../signal/shape.js";
import type { BlockInfo } from "./block-info.js";
import { InkHomes, type Homeless } from "./ink-homes.js";
import { encodeKeyframe } from "./encode-keyframe.js";
import { partsOf } from "./parts.js";
import type { TapePiece, TapePieces } from "./pieces.js";
import { sealBlock } from "./seal.js";
import { refOf, timelineOf } from "./timeline-of.js";
import type { KeyframeRef, Timeline } from "./timeline.js";
import { TapeWriter, type TapeOrder } from "./writer.js";

/** Ink on a start board is kept by the first block up to so many points, so that it may come after the first picture. */
const CARRIED_POINTS = 500_000;
/** Entries that are taken at a time. */
const BATCH = 4096;

/** What a tape is made from. */
export interface BuildOptions {
  readonly room: RoomId;
  readonly created: Millis;
  /** The board right before the first entry, with all its ink; null for the beginning of a room. */
  readonly start: Board | null;
  /** All of them are on the tape. */
  readonly entries: Iterable<Entry> | AsyncIterable<Entry>;
}

/** Makes a tape in sealed parts from a run of entries that follow one another, as a room does that records them. */
export async function* buildTape({ room, created, start, entries }: BuildOptions): TapePieces {
  const builder = new TapeBuilder();
  yield* builder.begin(start ?? EMPTY_BOARD);
  let batch: Entry[] = [];
  for await (const entry of entries) {
    if (batch.push(entry) < BATCH) continue;
    yield* builder.add(batch);
    batch = [];
  }
  yield* builder.add(batch);
  yield* builder.end();
  return builder.timeline(room, created);
}

/** What a tape has already where a builder goes on. */
export interface Grounds {
  /** Where the tape keeps the ink of the board. */
  readonly homes: InkHomes;
  /** Size of its newest keyframe, and of the document and presence parts after that. */
  readonly keyframeBytes: number;
  readonly passedBytes: number;
}

/** Makes the pieces of a tape from runs of entries, each run on the board on which it stands. */
export class TapeBuilder {
  #homes = new InkHomes();
  #writer: TapeWriter | null = null;
  #board: Board = EMPTY_BOARD;
  /** The board right before the block under way. */
  #before: Board = EMPTY_BOARD;
  /** The start board, while its keyframe waits for the block that keeps its ink. */
  #held: Board | null = null;
  #keyframeBytes = 0;
  #passedBytes = 0;
  readonly #infos: BlockInfo[] = [];
  readonly #keyframes: KeyframeRef[] = [];

  /** The board after the last entry. */
  get board(): Board {
    return this.#board;
  }

  /** What the index keeps of the newest block. */
  get info(): BlockInfo | undefined {
    return this.#infos.at(-1);
  }

  /**
   * Begins a run of entries on a board, which becomes a keyframe unless it is that of a new room.
   *
   * @param grounds when the board is on the tape already, and none is needed.
   */
  *begin(board: Board, grounds?: Grounds): Generator<TapePiece> {
    yield* this.end();
    this.#homes = grounds?.homes ?? this.#homes;
    this.#board = board;
    this.#held = grounds || board.seq === 0 ? null : board;
    this.#keyframeBytes = grounds?.keyframeBytes ?? 0;
    this.#passedBytes = grounds?.passedBytes ?? 0;
    this.#writer = null;
  }

  /** Takes entries that follow on the last. Throws `bad-argument` for others. */
  *add(entries: readonly Entry[]): Generator<TapePiece> {
    let from = 0;
    entries.forEach(({ seq }, index) => {
      if (seq !== this.#board.seq + 1 + index) {
        throw new InktapeError("bad-argument", `Entry ${seq} does not follow on entry ${this.#board.seq + index}.`);
      }
    });
    while (from < entries.length) {
      // A writer leaves out what comes after the end of a recording; all that is given here is recorded.
      const off = entries.findIndex(({ signal }, at) => at >= from && signal.type === "recording.set" && !signal.on);
      const to = off < 0 ? entries.length : off + 1;
      yield* this.#feed(entries.slice(from, to));
      if (off >= 0) this.#writer = null;
      from = to;
    }
  }

  /** Seals what is left. */
  *end(): Generator<TapePiece> {
    for (const order of this.#writer?.endSpan() ?? []) yield* this.#carryOut(order);
    if (this.#held) yield this.#keyframe(this.#held);
    this.#held = null;
  }

  /** The index of all that was made. */
  timeline(room: RoomId, created: Millis): Timeline {
    const now = (this.#infos.at(-1)?.to ?? this.#keyframes.at(-1)?.at ?? created) as Millis;
    const [infos, keyframes] = [this.#infos, this.#keyframes];
    return timelineOf({ room, created, now, isLive: false, infos, keyframes, tail: [] });
  }

  *#feed(entries: readonly Entry[]): Generator<TapePiece> {
    this.#writer ??= this.#newWriter();
    let rest = entries;
    for (const order of this.#writer.add(entries)) {
      const due = order.type === "seal" ? (order.entries.at(-1)?.seq ?? 0) : order.seq;
      const before = rest.filter(({ seq }) => seq <= due);
      this.#board = reduce(this.#board, before);
      rest = rest.slice(before.length);
      yield* this.#carryOut(order);
    }
    this.#board = reduce(this.#board, rest);
  }

  #newWriter(): TapeWriter {
    const { seq, at } = this.#board;
    const [keyframeBytes, passedBytes] = [this.#keyframeBytes, this.#passedBytes];
    return new TapeWriter({ board: { seq, at, isRecording: true }, keyframeBytes, sealed: seq, passedBytes });
  }

  *#carryOut(order: TapeOrder): Generator<TapePiece> {
    if (order.type === "open") this.#before = this.#board;
    else if (order.type === "seal") yield* this.#seal(order.entries);
    else if (order.type === "keep") {
      const keyframe = this.#keyframe(this.#board);
      this.#writer?.keyframeStored(keyframe.ref.bytes);
      yield keyframe;
    }
  }

  *#seal(entries: readonly Entry[]): Generator<TapePiece> {
    const [first, last] = [entries[0], entries.at(-1)];
    if (!first || !last) return;
    const inks = this.#homes.homeless(this.#before, this.#board, first.seq);
    if (this.#held) inks.push(...this.#carried(this.#held, inks));
    const { info, parts } = sealBlock(entries, { before: this.#before, inks });
    for (const { points } of inks) this.#homes.settle(points, last.seq);
    this.#passedBytes += parts.document.length + parts.presence.length;
    if (info.parts) this.#writer?.blockStored(info.first, info.parts);
    if (this.#held) yield this.#keyframe(this.#held);
    this.#held = null;
    this.#infos.push(info);
    const bytes = partsOf(info).map(({ type }) => parts[type as keyof typeof parts]);
    yield { type: "block", ref: refOf(info), bytes };
  }

  /** Ink of the start board that stands there unchanged after the first block: that block keeps it. */
  #carried(start: Board, inks: readonly Homeless[]): Homeless[] {
    const known = new Set(inks.map(({ id }) => id));
    const carried: Homeless[] = [];
    let left = CARRIED_POINTS;
    for (const shape of shapesOf(start)) {
      if (shape.kind !== "ink") continue;
      const { id, points } = shape as InkShape;
      if (!isLoaded(points) || known.has(id) || this.#homes.of(points) !== undefined) continue;
      const now = shapeAt(this.#board, id);
      if (now?.kind !== "ink" || (now as InkShape).points !== points || pointCount(points) > left) continue;
      left -= pointCount(points);
      carried.push({ id, points });
    }
    return carried;
  }

  #keyframe(board: Board): TapePiece & { readonly type: "keyframe" } {
    const bytes = encodeKeyframe(board, this.#homes.of);
    const ref = { seq: board.seq, at: board.at, bytes: bytes.length };
    this.#keyframes.push(ref);
    this.#keyframeBytes = bytes.length;
    this.#passedBytes = 0;
    return { type: "keyframe", ref, bytes };
  }
}
