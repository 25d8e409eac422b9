import type { Millis, Seq, ShapeId } from "../signal/ids.js";
import { InktapeError } from "../signal/errors.js";
import type { InkPoints } from "../signal/ink.js";
import { decodePart, type DecodedPart } from "./decode.js";
import type { Board } from "../board/board.js";
import type { InkFinder } from "./keyframe/ink-home.js";
import { openKeyframe, type OpenKeyframe } from "./keyframe.js";
import { LoadedBlock } from "./loaded-block.js";
import { Lru } from "./lru.js";
import { blockKey, keyframeKey, partKey, partsOf, type TapePart } from "./parts.js";
import { lastIndexWhere } from "./search.js";
import type { BlockRef, KeyframeRef, Timeline, TimeRange } from "./timeline.js";

/** Blocks that are kept, so that going back and forth loads and decodes nothing twice. */
const KEPT_BLOCKS = 64;
const KEPT_KEYFRAMES = 16;
/** Room for blocks that are loaded ahead while a long way is kept. */
const SPARE_BLOCKS = 8;

/** Opened once when it came. Whoever takes it folds into it; opening it anew is cheaper than copying a board. */
interface KeptKeyframe {
  readonly bytes: Uint8Array;
  unused: OpenKeyframe | null;
}

/** The parts of a tape that are at hand, and those that cannot be read. */
export class Shelf {
  timeline: Timeline;
  readonly #blocks = new Lru<string, LoadedBlock>(KEPT_BLOCKS);
  readonly #keyframes = new Lru<string, KeptKeyframe>(KEPT_KEYFRAMES);
  readonly #findInk: InkFinder;
  readonly #damaged = new Map<string, InktapeError>();
  #inkVersion = 0;
  /** The block that was asked for ink last, as it was then. */
  #asked: { readonly ref: BlockRef; readonly block: LoadedBlock | undefined; readonly version: number } | null = null;

  /** @param findInk gives the ink of keyframes' shapes where it is at hand. */
  constructor(timeline: Timeline, findInk: InkFinder) {
    this.timeline = timeline;
    this.#findInk = findInk;
  }

  /** Parts that could not be read, with the reason. */
  get damaged(): ReadonlyMap<string, InktapeError> {
    return this.#damaged;
  }

  /** Counts the parts that may have brought ink. */
  get inkVersion(): number {
    return this.#inkVersion;
  }

  /** True when the part is loaded, or known to be unreadable: there is no point in loading it (again). */
  has(part: TapePart): boolean {
    if (this.#damaged.has(partKey(part))) return true;
    if (part.type === "keyframe") return this.#keyframes.has(partKey(part));
    // Without its document part the others say nothing.
    if (this.#damaged.has(partKey(passingPart(part.ref)))) return true;
    return isEmpty(part) || (this.#blocks.peek(blockKey(part.ref))?.has(part.type) ?? false);
  }

  /** Takes the bytes of a part. Bytes that are not what the index says count as damaged. */
  put(part: TapePart, bytes: Uint8Array): void {
    this.#tolerate(part, () => {
      if (part.type !== "keyframe") return this.putDecoded(part, decodePart(part.type, bytes));
      const unused = openKeyframe(bytes, this.#findInk);
      checkKeyframe(part.ref, unused.board);
      this.#keyframes.set(partKey(part), { bytes, unused });
    });
  }

  /** Takes a part of a block that was decoded elsewhere. */
  putDecoded(part: TapePart, decoded: DecodedPart): void {
    if (part.type === "keyframe") return;
    const key = blockKey(part.ref);
    this.#tolerate(part, () => {
      this.#blocks.set(key, (this.#blocks.get(key) ?? LoadedBlock.of(part.ref)).with(decoded));
      if (decoded.type !== "presence") this.#inkVersion += 1;
    });
  }

  /** Gives up on a part: from now on it is passed over. */
  pass(part: TapePart, reason: InktapeError): void {
    this.#damaged.set(partKey(part.type === "block" ? passingPart(part.ref) : part), reason);
  }

  block(ref: BlockRef): LoadedBlock | undefined {
    return this.#blocks.peek(blockKey(ref));
  }

  /** A keyframe that is at hand, opened for one who folds into it. */
  openKeyframe(ref: KeyframeRef): OpenKeyframe {
    const kept = this.#keyframes.get(keyframeKey(ref)) as KeptKeyframe;
    const opened = kept.unused ?? openKeyframe(kept.bytes, this.#findInk);
    kept.unused = null;
    return opened;
  }

  /** Keeps what is on a way from being forgotten while the rest of it comes. */
  hold(blocks: readonly BlockRef[]): void {
    this.#blocks.capacity = Math.max(KEPT_BLOCKS, blocks.length + SPARE_BLOCKS);
    for (const ref of blocks) this.#blocks.get(blockKey(ref));
  }

  /** The block in which an entry stands. */
  blockOf(seq: Seq): BlockRef | undefined {
    const { blocks } = this.timeline;
    const ref = blocks[lastIndexWhere(blocks, ({ first }) => first <= seq)];
    return ref && ref.last >= seq ? ref : undefined;
  }

  /** The points that a shape had right after an entry, when the parts that tell them are at hand. */
  inkOf(id: ShapeId, seq: Seq): InkPoints | undefined {
    // Shapes that stand together were mostly drawn together.
    let asked = this.#asked;
    if (!asked || seq < asked.ref.first || seq > asked.ref.last || asked.version !== this.#inkVersion) {
      const ref = this.blockOf(seq);
      if (!ref) return undefined;
      asked = this.#asked = { ref, block: this.block(ref), version: this.#inkVersion };
    }
    return asked.block?.inkOf(id, seq);
  }

  /** The blocks with entries after `seq` that begin at or before `wall`. */
  blocksBetween(seq: Seq, wall: Millis): BlockRef[] {
    const { blocks } = this.timeline;
    const first = lastIndexWhere(blocks, ({ last }) => last <= seq) + 1;
    const last = lastIndexWhere(blocks, ({ from }) => from <= wall);
    return blocks.slice(first, last + 1);
  }

  /** Stretches of time whose blocks are loaded. */
  buffered(): TimeRange[] {
    const ranges: TimeRange[] = [];
    let before: BlockRef | undefined;
    for (const ref of this.timeline.blocks) {
      const block = this.#blocks.peek(blockKey(ref));
      if (!block || !partsOf(ref).every(({ type }) => block.has(type))) continue;
      const last = ranges.at(-1);
      if (last && before?.last === ref.first - 1) ranges[ranges.length - 1] = { from: last.from, to: ref.to };
      else ranges.push({ from: ref.from, to: ref.to });
      before = ref;
    }
    return ranges;
  }

  /** Runs `work`; when the part turns out to be damaged it counts as such. */
  #tolerate(part: TapePart, work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof InktapeError)) throw error;
      this.pass(part, error);
    }
  }
}

/** What of a block must be at hand to go past it. */
export function passingPart(ref: BlockRef): TapePart {
  return { type: ref.parts ? "document" : "block", ref };
}

/** True for a part that says nothing, and so takes no bytes. */
function isEmpty({ type, ref }: Exclude<TapePart, { type: "keyframe" }>): boolean {
  return type !== "block" && ref.parts?.[type] === 0;
}

function checkKeyframe(ref: KeyframeRef, board: Board): void {
  if (board.seq === ref.seq && board.at === ref.at) return;
  throw new InktapeError("tape-damaged", `The keyframe after entry ${ref.seq} is that after ${board.seq}.`);
}
