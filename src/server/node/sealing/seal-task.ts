import { branchesOf, shapeAt } from "../../../board/leaves.js";
import type { Board } from "../../../board/board.js";
import type { Entry } from "../../../signal/entry.js";
import type { ErrorCode } from "../../../signal/errors.js";
import { decodeEntries, encodeEntries } from "../../../signal/wire/entries.js";
import type { SealedBlock } from "../../../tape/block-info.js";
import { decodeKeyframe } from "../../../tape/keyframe.js";
import { encodeKeyframe } from "../../../tape/encode-keyframe.js";
import type { InkForm } from "../../../tape/sealed/ink-part.js";
import { refineBlock, sealBlock, type SealContext } from "../../../tape/seal.js";

/** What a thread is asked for. */
export type Task = SealTask | RefineTask;

/** A block that is to be sealed, as it goes to a thread. */
interface SealTask {
  readonly type: "seal";
  readonly id: number;
  readonly count: number;
  readonly entries: Uint8Array;
  /** A keyframe of the board before the block, with as much of it as sealing looks at. */
  readonly before: Uint8Array;
  readonly inks: NonNullable<SealContext["inks"]>;
  readonly form: InkForm | undefined;
}

/** A block whose plain ink is to be written finely. */
interface RefineTask {
  readonly type: "refine";
  readonly id: number;
  readonly block: SealedBlock;
}

/** What became of it. */
export type SealAnswer =
  | { readonly id: number; readonly block: SealedBlock }
  | { readonly id: number; readonly refusal: { readonly code: ErrorCode; readonly message: string } };

/** Packs what a thread needs to seal a block. */
export function packTask(id: number, entries: readonly Entry[], { before, inks = [], form }: SealContext): Task {
  return {
    type: "seal",
    id,
    count: entries.length,
    entries: encodeEntries(entries),
    before: encodeKeyframe(groundOf(entries, before)),
    inks,
    form,
  };
}

/** Does a task. Throws as {@link sealBlock} and {@link refineBlock} do. */
export function doTask(task: Task): SealedBlock {
  if (task.type === "refine") return refineBlock(task.block);
  const { count, entries, before, inks, form } = task;
  return sealBlock(decodeEntries(entries, count), { before: decodeKeyframe(before), inks, form });
}

/** As much of a board as sealing looks at: of finished shapes, those whose ids the block begins a stroke under. */
function groundOf(entries: readonly Entry[], before: Board): Board {
  const shapes = entries.flatMap(({ signal }) => {
    const shape = signal.type === "ink.begin" ? shapeAt(before, signal.shape.id) : undefined;
    return shape ? [shape] : [];
  });
  return { ...before, branches: branchesOf(shapes) };
}
