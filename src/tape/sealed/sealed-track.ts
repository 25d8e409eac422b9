import { apply } from "../../board/apply/apply.js";
import { raiseTop } from "../../board/apply/pages.js";
import { isFree } from "../../board/apply/shapes.js";
import type { MutableBoard } from "../../board/board.js";
import { putShape } from "../../board/leaves.js";
import { InkRun } from "../../board/run.js";
import { ActiveStroke } from "../../board/stroke.js";
import type { Entry } from "../../signal/entry.js";
import type { MemberId, Millis, Seq, ShapeId } from "../../signal/ids.js";
import { INK_STRIDE, type InkPoints } from "../../signal/ink.js";
import type { Signal } from "../../signal/signal.js";
import { StoredInk } from "../../signal/stored-ink.js";
import { damaged } from "../envelope.js";
import type { Batch, InkItem } from "../ink/ink-item.js";
import { lastIndexWhere } from "../search.js";
import type { InkHead } from "./document-ops.js";
import type { DocumentPart } from "./document-part.js";
import type { DocumentTrack, StrokeHead } from "./document-track.js";
import type { FoldRange } from "./fold-range.js";
import { checkItems, timesOf } from "./ink-fit.js";
import { InkIndex } from "./ink-index.js";
import type { InkTrack } from "./ink-part.js";
import { inkShape, passOver } from "./pass.js";
import { OP } from "./op.js";
import { presenceSeqs, type PresenceTrack } from "./presence-part.js";

/**
 * A sealed block on its way into boards. It works with what there is of it: the document part is enough to pass over the
 * block, ink then stays where it is stored.
 */
export class SealedTrack {
  readonly #part: DocumentPart;
  readonly #ink: InkTrack | null;
  readonly #presence: PresenceTrack | null;
  /** Time of each document entry, as far as the parts at hand tell it; known once it is asked for. */
  #allTimes: Float64Array | null = null;
  #allPresenceSeqs: Float64Array | null = null;
  readonly #to: Millis;
  #index: InkIndex | null = null;
  /** Of live strokes: the first point of each batch, and the end. */
  readonly #starts = new Map<StrokeHead, readonly number[]>();

  /**
   * Throws `tape-damaged` for parts that do not belong together.
   *
   * @param to the time of the block's last entry.
   */
  constructor(part: DocumentPart, ink: InkTrack | null, presence: PresenceTrack | null, to: Millis) {
    this.#part = part;
    this.#ink = ink;
    this.#presence = presence;
    this.#to = to;
    if (ink) checkItems(part.ops, ink);
    const [length, due] = [presence?.times.length ?? 0, part.count - part.length];
    if (presence && length !== due) {
      throw damaged("presence", `holds ${length} entries where the document part leaves ${due}`);
    }
  }

  get last(): Seq {
    return this.#part.last;
  }

  get #document(): DocumentTrack {
    return this.#part.track;
  }

  get #times(): Float64Array {
    this.#allTimes ??= this.#ink ? timesOf(this.#document, this.#ink) : this.#document.times;
    return this.#allTimes;
  }

  get #presenceSeqs(): Float64Array {
    const { runs, first } = this.#document;
    this.#allPresenceSeqs ??= presenceSeqs(runs, first, this.#presence?.times.length ?? 0);
    return this.#allPresenceSeqs;
  }

  /** True when folding the range needs points of strokes: one of them is under way at its end. */
  needsInk({ after, until }: FoldRange): boolean {
    if (this.#ink || until >= this.#to) return false;
    const stop = this.#stop(until);
    return stop < this.#document.ops.length && this.#underWay(this.#start(after), stop).length > 0;
  }

  /**
   * Folds the document's entries of the range into a board, and presence with them when it is at hand.
   *
   * @param isAll false to pass over presence: for blocks that are folded as a whole and another one follows.
   */
  fold(board: MutableBoard, range: FoldRange, isAll: boolean): void {
    const isPassed = range.after < this.#part.first && range.until >= this.#to;
    if (isPassed && !(isAll && this.#presence)) return this.#pass(board);
    const { ops, told, offsets, first } = this.#document;
    const presence = isAll ? this.#presence : null;
    const start = this.#start(range.after);
    const stop = this.#stop(range.until);
    let shown = presence ? lastIndexWhere(this.#presenceSeqs, (seq) => seq <= range.after) + 1 : 0;
    const show = (before: number) => {
      if (!presence) return;
      for (; shown < presence.times.length; shown++) {
        const seq = this.#presenceSeqs[shown] as number;
        if (seq >= before || (presence.times[shown] as number) > range.until) return;
        apply(board, this.#presenceEntry(presence, shown));
      }
    };
    if (presence && range.after < first) board.presence = Object.fromEntries(presence.before);
    const accepted = new Set<StrokeHead>();
    for (let place = start; place < stop; place++) {
      const op = ops[place];
      if (op === OP.append) continue;
      const what = told[place]!;
      if (what.type === "stroke") {
        const { stroke } = what;
        if (op === OP.begin) {
          if (!isFree(board, stroke.header)) continue;
          accepted.add(stroke);
          raiseTop(board, stroke.header.page, stroke.header.order);
        } else this.#finish(board, stroke, accepted.has(stroke));
        continue;
      }
      if (what.type === "signal" && isComingOrGoing(what.signal)) show(first + offsets[place]!);
      apply(board, this.#documentEntry(place, true));
    }
    if (stop < ops.length) {
      for (const stroke of this.#underWay(start, stop)) this.#begin(board, stroke, accepted.has(stroke), stop);
    }
    show(Infinity);
    this.#settle(board, range, stop, shown);
  }

  #pass(board: MutableBoard): void {
    const stored = new StoredInk(this.last);
    const inkOf = (head: InkHead) => (this.#ink ? this.#item(head).points : stored);
    passOver(board, this.#part.ops, { seq: this.last, at: this.#to }, inkOf);
  }

  /** All entries of the block, in order. All its parts must be at hand. */
  entries(): Entry[] {
    const { runs, ops } = this.#document;
    const presence = this.#presence as PresenceTrack;
    const entries: Entry[] = [];
    let [document, other] = [0, 0];
    runs.forEach((run, index) => {
      for (let left = run; left > 0; left--) {
        if (index % 2 === 0) entries.push(this.#documentEntry(document++, false));
        else entries.push(this.#presenceEntry(presence, other++));
      }
    });
    if (document !== ops.length) throw damaged("document", "does not hold the entries that it says");
    return entries;
  }

  /** The points that a shape of the block had right after the entry `seq`; undefined when the block does not have them. */
  inkOf(id: ShapeId, seq: Seq): InkPoints | undefined {
    if (this.#ink) this.#index ??= new InkIndex(this.#part, this.#ink);
    return this.#index?.inkOf(id, seq);
  }

  /** The first place after the entry `after`. */
  #start(after: Seq): number {
    const { offsets, first } = this.#document;
    return lastIndexWhere(offsets, (offset) => first + offset <= after) + 1;
  }

  /** The first place that is later than `until`; of points whose time is not told, it says too late rather than too soon. */
  #stop(until: Millis): number {
    if (until >= this.#to) return this.#times.length;
    if (this.#ink) return lastIndexWhere(this.#times, (time) => time <= until) + 1;
    let stop = 0;
    while (stop < this.#times.length && (this.#times[stop] as number) <= until) stop++;
    return stop;
  }

  /** Strokes that have points or their beginning from `start` on and go on at `stop` or later. */
  #underWay(start: number, stop: number): StrokeHead[] {
    const strokes = new Set<StrokeHead>();
    for (let place = start; place < stop; place++) {
      const what = this.#document.told[place]!;
      if (what.type === "stroke" && what.stroke.end >= stop) strokes.add(what.stroke);
    }
    return [...strokes];
  }

  #begin(board: MutableBoard, stroke: StrokeHead, isNew: boolean, stop: number): void {
    const { id } = stroke.header;
    const active = board.active[id];
    // Without its ink, which is damaged then, a stroke under way is not shown before its end.
    if (!this.#ink || (!isNew && !active)) return;
    const { points, batches } = this.#item(stroke);
    const starts = startsOf(batches ?? []);
    let run = active?.run ?? InkRun.EMPTY;
    for (let place = stroke.begin; place < stop; place++) {
      if (!this.#isOf(stroke, place)) continue;
      const index = this.#document.batches[place]!;
      const [from, to] = [starts[index]!, starts[index + 1]!];
      if (this.#document.ops[place] !== OP.append || to <= run.count) continue;
      run = run.append(points.slice(from * INK_STRIDE, to * INK_STRIDE), this.#times[place] as Millis);
    }
    board.active[id] = new ActiveStroke(stroke.header, stroke.by, run);
  }

  #isOf(stroke: StrokeHead, place: number): boolean {
    const what = this.#document.told[place]!;
    return what.type === "stroke" && what.stroke === stroke;
  }

  #finish(board: MutableBoard, stroke: StrokeHead, isNew: boolean): void {
    const { header, end } = stroke;
    if (!isNew) {
      if (!(header.id in board.active)) return;
      delete board.active[header.id];
    }
    putShape(board, inkShape(header, this.#ink ? this.#item(stroke).points : this.#stored(end)));
  }

  #stored(place: number): StoredInk {
    return new StoredInk((this.#part.first + this.#document.offsets[place]!) as Seq);
  }

  #item({ by, item }: { readonly by: MemberId; readonly item: number }): InkItem {
    return this.#ink?.authors.get(by)?.[item] as InkItem;
  }

  #documentEntry(place: number, isLazy: boolean): Entry {
    const { first, offsets, authors, clientSeqs } = this.#document;
    return {
      seq: (first + offsets[place]!) as Seq,
      at: this.#times[place] as Millis,
      by: authors[place] as MemberId,
      clientSeq: clientSeqs[place]!,
      signal: this.#signal(place, isLazy),
    };
  }

  #signal(place: number, isLazy: boolean): Signal {
    const what = this.#document.told[place]!;
    if (what.type === "signal") return what.signal;
    if (what.type === "added") {
      const { header } = what.added;
      const points = isLazy && !this.#ink ? this.#stored(place) : this.#item(what.added).points;
      return { type: "shape.add", shape: inkShape(header, points) };
    }
    const { header, begin, end } = what.stroke;
    if (place === begin) return { type: "ink.begin", shape: header };
    if (place === end) return { type: "ink.end", id: header.id };
    return { type: "ink.append", id: header.id, points: this.#batchAt(what.stroke, place) };
  }

  #batchAt(stroke: StrokeHead, place: number): InkPoints {
    const { points, batches } = this.#item(stroke);
    let starts = this.#starts.get(stroke);
    if (!starts) this.#starts.set(stroke, (starts = startsOf(batches ?? [])));
    const index = this.#document.batches[place]!;
    return points.slice(starts[index]! * INK_STRIDE, starts[index + 1]! * INK_STRIDE);
  }

  #presenceEntry({ authors, clientSeqs, times, signals }: PresenceTrack, place: number): Entry {
    return {
      seq: this.#presenceSeqs[place] as Seq,
      at: times[place] as Millis,
      by: authors[place] as MemberId,
      clientSeq: clientSeqs[place]!,
      signal: signals[place]!,
    };
  }

  /** The board's own place in the log: that of the last entry that is in. */
  #settle(board: MutableBoard, { after, until }: FoldRange, stop: number, shown: number): void {
    if (until >= this.#to) {
      board.seq = this.last;
      board.at = this.#to;
      return;
    }
    const { first, offsets } = this.#document;
    const document = stop > 0 ? first + offsets[stop - 1]! : 0;
    const presence = shown > 0 ? (this.#presenceSeqs[shown - 1] as number) : 0;
    if (Math.max(document, presence) <= after) return;
    board.seq = Math.max(document, presence) as Seq;
    const time = document > presence ? this.#times[stop - 1] : this.#presence?.times[shown - 1];
    board.at = Math.max(board.at, time as number) as Millis;
  }
}

function isComingOrGoing({ type }: Signal): boolean {
  return type === "member.join" || type === "member.leave";
}

/** The first point of each batch, and the end. */
function startsOf(batches: readonly Batch[]): number[] {
  const starts = [0];
  for (const { count } of batches) starts.push((starts.at(-1) as number) + count);
  return starts;
}
