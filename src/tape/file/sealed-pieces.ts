import { EMPTY_BOARD, type Board } from "../../board/board.js";
import { reduce } from "../../board/reduce.js";
import type { Entry } from "../../signal/entry.js";
import { isInktapeError } from "../../signal/errors.js";
import { decodeBlock } from "../block.js";
import { TapeBuilder, type Grounds } from "../build.js";
import { damaged } from "../envelope.js";
import { InkHomes } from "../ink-homes.js";
import { decodeKeyframe } from "../keyframe.js";
import { loadAllInk } from "../load-ink.js";
import type { LoadedBlock } from "../loaded-block.js";
import { openBlock } from "../open-block.js";
import { fetchPart, partsOf } from "../parts.js";
import type { TapePiece, TapePieces } from "../pieces.js";
import { isPlainInk } from "../sealed/ink-part.js";
import { refineInk } from "../sealed/refine-ink.js";
import { isSamePoints } from "../same-points.js";
import type { TapeSource } from "../tape-source.js";
import type { BlockRef, KeyframeRef, Timeline } from "../timeline.js";

type BlockPiece = Extract<TapePiece, { readonly type: "block" }>;

/**
 * The tape of a source in pieces, as it is but for what is not sealed, which is sealed on the way, and plain
 * ink, which is refined. Of a room that goes on
 * meanwhile it is the tape at the moment in which its index was read.
 */
export async function* sealedPieces(source: TapeSource): TapePieces {
  const timeline = await source.timeline();
  const blocks: BlockRef[] = [];
  const keyframes: KeyframeRef[] = [];
  for await (const piece of eachPiece(source, timeline)) {
    if (piece.type === "block") blocks.push(piece.ref);
    // What was sealed on the way may have ended in a keyframe where the tape has one.
    else if (piece.ref.seq === keyframes.at(-1)?.seq) continue;
    else keyframes.push(piece.ref);
    yield piece;
  }
  return { ...timeline, isLive: false, blocks, keyframes };
}

async function* eachPiece(source: TapeSource, timeline: Timeline): AsyncGenerator<TapePiece> {
  /** Blocks one after another that are not sealed. */
  let run: BlockRef[] = [];
  let next = 0;
  for (const ref of timeline.blocks) {
    const isDue = (keyframe: KeyframeRef | undefined) => keyframe !== undefined && keyframe.seq < ref.first;
    const stored = ref.bytes > 0 ? await finePiece(source, ref) : null;
    const follows = run.at(-1)?.last === ref.first - 1 && !isDue(timeline.keyframes[next]);
    if (run.length > 0 && (stored || !follows)) {
      yield* sealRun(source, timeline, run);
      run = [];
    }
    for (; isDue(timeline.keyframes[next]); next++) yield await keyframePiece(source, timeline.keyframes[next]!);
    if (stored) yield stored;
    else run.push(ref);
  }
  yield* sealRun(source, timeline, run);
  for (const ref of timeline.keyframes.slice(next)) yield await keyframePiece(source, ref);
}

async function keyframePiece(source: TapeSource, ref: KeyframeRef): Promise<TapePiece> {
  return { type: "keyframe", ref, bytes: await source.keyframe(ref) };
}

/** A sealed block with its ink in the fine form, whichever it had; null as {@link storedParts}. */
async function finePiece(source: TapeSource, ref: BlockRef): Promise<BlockPiece | null> {
  const stored = await storedParts(source, ref);
  const { parts } = ref;
  if (!stored || !parts) return stored && { type: "block", ref, bytes: stored };
  const bytes = partsOf(ref).map(({ type }, at) => {
    const part = stored[at] as Uint8Array;
    return type === "ink" ? refinedInk(part) : part;
  });
  // The ink may also have been refined in its place since the index was read.
  const ink = bytes[partsOf(ref).findIndex(({ type }) => type === "ink")]?.length ?? 0;
  return { type: "block", ref: { ...ref, bytes: ref.bytes - parts.ink + ink, parts: { ...parts, ink } }, bytes };
}

/** Ink in the fine form; as it is when it is damaged, so that the rest of the tape comes along. */
function refinedInk(ink: Uint8Array): Uint8Array {
  if (!isPlainInk(ink)) return ink;
  try {
    return refineInk(ink);
  } catch (error) {
    if (isInktapeError(error, "tape-damaged")) return ink;
    throw error;
  }
}

/** The parts of a sealed block; null when it has become part of a longer one since the index was read. */
async function storedParts(source: TapeSource, ref: BlockRef): Promise<Uint8Array[] | null> {
  try {
    return await Promise.all(partsOf(ref).map((part) => fetchPart(source, part)));
  } catch (error) {
    if (isInktapeError(error, "not-found")) return null;
    throw error;
  }
}

async function* sealRun(source: TapeSource, timeline: Timeline, run: readonly BlockRef[]): AsyncGenerator<TapePiece> {
  const [first] = run;
  if (!first) return;
  const { board, grounds } = await groundsOf(source, timeline, first);
  const builder = new TapeBuilder();
  yield* builder.begin(board, grounds);
  for (const ref of run) yield* builder.add(decodeBlock(await source.block(ref)));
  yield* builder.end();
}

/** The board right before a block, with all its ink, and where the tape keeps that. */
async function groundsOf(
  source: TapeSource,
  { blocks, keyframes }: Timeline,
  { first }: BlockRef,
): Promise<{ board: Board; grounds: Grounds }> {
  const homes = new InkHomes();
  const keyframe = keyframes.findLast(({ seq }) => seq < first);
  let board: Board = EMPTY_BOARD;
  if (keyframe) {
    const own = decodeKeyframe(await source.keyframe(keyframe));
    await loadAllInk(own, source, (points, seq) => homes.settle(points, seq));
    board = own;
  }
  let passedBytes = 0;
  for (const ref of blocks.filter((block) => block.last > board.seq && block.last < first)) {
    const stored = ref.bytes > 0 ? await storedParts(source, ref) : null;
    const block = stored && openBlock(ref, stored);
    const entries = block?.entries ?? decodeBlock(await source.block(ref));
    const after = reduce(board, followingOn(board, entries));
    if (block) settle(homes, block, ref, board, after);
    passedBytes += ref.parts ? ref.parts.document + ref.parts.presence : ref.bytes;
    board = after;
  }
  if (board.seq !== first - 1) {
    throw damaged("tape", `lacks entries or a keyframe before entry ${first}: take it from a copy`);
  }
  return { board, grounds: { homes, keyframeBytes: keyframe?.bytes ?? 0, passedBytes } };
}

/** Notes what ink the block keeps of the board after it. */
function settle(homes: InkHomes, block: LoadedBlock, { first, last }: BlockRef, before: Board, after: Board): void {
  for (const { id, points } of homes.homeless(before, after, first)) {
    if (isSamePoints(block.inkOf(id, last), points)) homes.settle(points, last);
  }
}

function followingOn(board: Board, entries: readonly Entry[]): readonly Entry[] {
  const own = entries.filter(({ seq }) => seq > board.seq);
  if (own[0]?.seq === board.seq + 1) return own;
  throw damaged("tape", `lacks entry ${board.seq + 1}, or a keyframe after it`);
}
