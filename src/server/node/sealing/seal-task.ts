import { branchesOf, shapeAt } from "../../../board/leaves.js";
import type { Board } from "../../../board/board.js";
import type { Entry } from "../../../signal/entry.js";
import type { ErrorCode } from "../../../signal/errors.js";
import { decodeEntries, encodeEntries } from "../../../signal/wire/entries.js";
import type { SealedBlock } from "../../../tape/block-info.js";
import { decodeKeyframe, encodeKeyframe } from "../../../tape/keyframe.js";
import { sealBlock, type SealContext } from "../../../tape/seal.js";

/** A block that is to be sealed, as it goes to a thread. */
export interface SealTask {
  readonly id: number;
  readonly count: number;
  readonly entries: Uint8Array;
  /** A keyframe of the board before the block, with as much of it as sealing looks at. */
  readonly before: Uint8Array;
  readonly inks: NonNullable<SealContext["inks"]>;
}

/** What became of it. */
export type SealAnswer =
  | { readonly id: number; readonly block: SealedBlock }
  | { readonly id: number; readonly refusal: { readonly code: ErrorCode; readonly message: string } };

/** Packs what a thread needs to seal a block. */
export function packTask(id: number, entries: readonly Entry[], { before, inks = [] }: SealContext): SealTask {
  return {
    id,
    count: entries.length,
    entries: encodeEntries(entries),
    before: encodeKeyframe(groundOf(entries, before)),
    inks,
  };
}

/** Seals a block of a task. Throws as {@link sealBlock} does. */
export function sealTask({ count, entries, before, inks }: SealTask): SealedBlock {
  return sealBlock(decodeEntries(entries, count), { before: decodeKeyframe(before), inks });
}

/** As much of a board as sealing looks at: of finished shapes, those whose ids the block begins a stroke under. */
function groundOf(entries: readonly Entry[], before: Board): Board {
  const shapes = entries.flatMap(({ signal }) => {
    const shape = signal.type === "ink.begin" ? shapeAt(before, signal.shape.id) : undefined;
    return shape ? [shape] : [];
  });
  return { ...before, branches: branchesOf(shapes) };
}
