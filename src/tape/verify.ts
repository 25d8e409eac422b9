import { EMPTY_BOARD, type Board } from "../board/board.js";
import { shapeAt, shapesOf } from "../board/leaves.js";
import { fold, thaw } from "../board/reduce.js";
import { InktapeError } from "../signal/errors.js";
import type { Seq, ShapeId } from "../signal/ids.js";
import type { InkPoints } from "../signal/ink.js";
import { isLoaded, type InkShape } from "../signal/shape.js";
import { StoredInk } from "../signal/stored-ink.js";
import { ByteWriter } from "../signal/wire/byte-writer.js";
import { writeShape } from "../signal/wire/write-shapes.js";
import { crc32 } from "./crc32.js";
import { decodeKeyframe } from "./keyframe.js";
import { writeRest } from "./keyframe/write-rest.js";
import { loadInk } from "./board-ink.js";
import { loadAllInk } from "./load-ink.js";
import type { LoadedBlock } from "./loaded-block.js";
import { openBlock } from "./open-block.js";
import { fetchPart, keyframeKey, partKey, partsOf, type TapePart } from "./parts.js";
import { lastIndexWhere } from "./search.js";
import type { TapeSource } from "./tape-source.js";
import type { BlockRef, KeyframeRef, Timeline } from "./timeline.js";

/** A keyframe's word for ink that is elsewhere on the tape. */
interface InkRef {
  readonly id: ShapeId;
  readonly seq: Seq;
}

/**
 * Reads a whole tape, and says in a sentence each what is wrong with it: parts that cannot be read or are not what the
 * index says, keyframes that are not the board that the entries before them make, ink that a keyframe refers to and that
 * is not there or other.
 */
export async function* verifyTape(source: TapeSource): AsyncGenerator<string> {
  const timeline = await source.timeline();
  const check = new TapeCheck(source, timeline);
  for (const ref of timeline.keyframes) yield* check.readRefs(ref);
  const keyframes = [...timeline.keyframes];
  const upTo = (seq: number) => keyframes.splice(0, lastIndexWhere(keyframes, (ref) => ref.seq < seq) + 1);
  for (const ref of timeline.blocks) {
    for (const keyframe of upTo(ref.first)) yield* check.keyframe(keyframe);
    yield* check.block(ref, upTo(ref.last));
  }
  for (const keyframe of keyframes) yield* check.keyframe(keyframe);
  yield* check.missingInk();
}

class TapeCheck {
  readonly #source: TapeSource;
  readonly #timeline: Timeline;
  /** By block: the ink that keyframes say it keeps. */
  readonly #refs = new Map<Seq, Map<string, InkRef>>();
  /** Ink that was found, as it is; and what keyframes before its block say that it is. */
  readonly #found = new Map<string, number>();
  readonly #awaited = new Map<string, number>();
  readonly #unreadable = new Set<Seq>();
  /** The board that the entries make; null after damage, up to the next keyframe. */
  #board: ReturnType<typeof thaw> | null = thaw(EMPTY_BOARD);

  constructor(source: TapeSource, timeline: Timeline) {
    this.#source = source;
    this.#timeline = timeline;
  }

  /** Notes which ink the keyframe refers to, so that it is looked for when its block is open. */
  async *readRefs(ref: KeyframeRef): AsyncGenerator<string> {
    const board = await this.#tryKeyframe(ref);
    if (typeof board === "string") {
      this.#unreadable.add(ref.seq);
      yield board;
      return;
    }
    for (const { id, seq } of inkRefs(board)) {
      const block = this.#blockOf(seq);
      if (!block) {
        yield `The keyframe after entry ${ref.seq} refers to ink of entry ${seq}, which is in no block of the tape.`;
        continue;
      }
      const refs = this.#refs.get(block.first) ?? new Map<string, InkRef>();
      this.#refs.set(block.first, refs);
      refs.set(nameOf({ id, seq }), { id, seq });
    }
  }

  /** @param inside keyframes of boards in the middle of the block. */
  async *block(ref: BlockRef, inside: readonly KeyframeRef[]): AsyncGenerator<string> {
    let block: LoadedBlock;
    try {
      block = openBlock(ref, await Promise.all(partsOf(ref).map((part) => this.#fetch(part))));
    } catch (error) {
      this.#board = null;
      yield `The block of entries ${ref.first} to ${ref.last}: ${sentenceOf(error)}`;
      return;
    }
    for (const { id, seq } of this.#refs.get(ref.first)?.values() ?? []) {
      const points = block.inkOf(id, seq);
      if (!points) continue;
      const name = nameOf({ id, seq });
      this.#found.set(name, digestOf(points));
      const awaited = this.#awaited.get(name);
      if (awaited !== undefined && awaited !== digestOf(points)) yield wrongInk({ id, seq });
    }
    for (const keyframe of inside) {
      yield* this.#fold(block, keyframe.seq);
      yield* this.keyframe(keyframe);
    }
    yield* this.#fold(block, ref.last);
  }

  async *keyframe(ref: KeyframeRef): AsyncGenerator<string> {
    if (this.#unreadable.has(ref.seq)) return;
    const kept = await this.#tryKeyframe(ref);
    if (typeof kept === "string") return;
    const board = this.#board;
    if (board?.seq !== ref.seq) {
      await loadAllInk(kept, this.#source, () => undefined);
      this.#board = kept;
      return;
    }
    for (const ink of inkRefs(kept)) {
      const points = inkAt(board, ink.id);
      // After damage the board may lack it too: that it is missing is told once.
      if (points instanceof StoredInk && points.seq === ink.seq) continue;
      if (!points || !isLoaded(points) || !this.#agrees(ink, points)) yield wrongInk(ink);
    }
    loadInk(kept, (id) => {
      const points = inkAt(board, id);
      return points && isLoaded(points) ? points : undefined;
    });
    if (!isSameBytes(formOf(kept), formOf(board))) {
      yield `The keyframe after entry ${ref.seq} is not the board that the entries up to there make.`;
    }
  }

  /** What keyframes refer to and no block has. */
  *missingInk(): Generator<string> {
    for (const refs of this.#refs.values()) {
      for (const [name, { id, seq }] of refs) {
        if (!this.#found.has(name)) yield `The ink of shape ${id}, to be kept after entry ${seq}, is missing.`;
      }
    }
  }

  /** Goes on to the entry `last` of the block. */
  *#fold(block: LoadedBlock, last: Seq): Generator<string> {
    const board = this.#board;
    if (!board) return;
    const entries = block.entries.filter(({ seq }) => seq > board.seq && seq <= last);
    if (entries[0]?.seq === board.seq + 1) fold(board, entries);
    else {
      this.#board = null;
      yield `Entry ${board.seq + 1} is missing, and no keyframe stands there.`;
    }
  }

  /** True unless the ink is known to be other than these points. */
  #agrees(ink: InkRef, points: InkPoints): boolean {
    const [name, digest] = [nameOf(ink), digestOf(points)];
    const found = this.#found.get(name);
    if (found === undefined) this.#awaited.set(name, digest);
    return found === undefined || found === digest;
  }

  async #tryKeyframe(ref: KeyframeRef) {
    try {
      const board = decodeKeyframe(await this.#fetch({ type: "keyframe", ref }));
      if (board.seq === ref.seq && board.at === ref.at) return board;
      return `The keyframe after entry ${ref.seq} is that after entry ${board.seq}.`;
    } catch (error) {
      return `The ${keyframeKey(ref)}: ${sentenceOf(error)}`;
    }
  }

  async #fetch(part: TapePart): Promise<Uint8Array> {
    const bytes = await fetchPart(this.#source, part);
    const size = part.type === "keyframe" || part.type === "block" ? part.ref.bytes : part.ref.parts?.[part.type];
    if (bytes.length === size || size === 0) return bytes;
    throw new InktapeError(
      "tape-damaged",
      `The ${partKey(part)} has ${bytes.length} bytes where the index says ${size}.`,
    );
  }

  #blockOf(seq: Seq): BlockRef | undefined {
    const { blocks } = this.#timeline;
    const block = blocks[lastIndexWhere(blocks, ({ first }) => first <= seq)];
    return block && block.last >= seq ? block : undefined;
  }
}

function* inkRefs(board: Pick<Board, "branches">): Iterable<InkRef> {
  for (const shape of shapesOf(board as Board)) {
    if (shape.kind !== "ink") continue;
    const { id, points } = shape as InkShape;
    if (!isLoaded(points)) yield { id, seq: points.seq };
  }
}

function nameOf({ id, seq }: InkRef): string {
  return `${id} ${seq}`;
}

function wrongInk({ id, seq }: InkRef): string {
  return `The ink of shape ${id}, kept after entry ${seq}, is not that of the board there.`;
}

function inkAt(board: Pick<Board, "branches">, id: ShapeId): InkShape["points"] | undefined {
  const shape = shapeAt(board as Board, id);
  return shape?.kind === "ink" ? (shape as InkShape).points : undefined;
}

/** Two runs of points that are not the same differ in it, but for one pair in four billion. */
function digestOf(points: InkPoints): number {
  return crc32(new Uint8Array(points.buffer, points.byteOffset, points.byteLength));
}

/** All of a board as bytes: equal for equal boards. */
function formOf(board: Board): Uint8Array {
  const writer = new ByteWriter();
  const sorted = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  const [pages, active, shared] = [sorted(board.pages), sorted(board.active), sorted(board.shared)];
  writeRest(writer, { ...board, pages, active, shared });
  for (const shape of shapesOf(board)) {
    const { points, ...header } = shape as InkShape;
    const isStored = points instanceof StoredInk;
    writer.varint(isStored ? points.seq : 0);
    writeShape(writer, isStored ? header : shape);
  }
  return writer.finish();
}

function isSameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function sentenceOf(error: unknown): string {
  if (error instanceof InktapeError) return error.message;
  throw error;
}
