import { InktapeError } from "../signal/errors.js";
import { BEFORE_FIRST } from "../signal/ids.js";
import type { SealedBlock } from "../tape/block-info.js";
import type { Sealer } from "../tape/seal.js";
import type { RoomObserver } from "./observer.js";
import type { RoomLog } from "./room-log.js";

/** What refining works with. */
export interface RefiningOptions {
  readonly log: RoomLog;
  readonly sealer: Sealer;
  readonly observer: RoomObserver;
  /** Asked before each block: whether to go on. */
  readonly isWanted: () => boolean;
  /** A block could not be refined: it stays plain, and plays all the same. */
  readonly unsealed: (error: InktapeError) => void;
}

/**
 * Refines the plain blocks of a log, one after another from the oldest on, those included that an abrupt end had left.
 * What it does not come to is found again the next time. Rejects as the log does.
 */
export async function refinePlainBlocks({ log, sealer, observer, isWanted, unsealed }: RefiningOptions): Promise<void> {
  for (let after = BEFORE_FIRST; isWanted();) {
    const block = await log.plain(after);
    if (!block) return;
    after = block.info.last;
    const refined = await refine(block, sealer, unsealed);
    if (!refined || !isWanted()) continue;
    await log.seal(refined);
    observer.partRecorded(log.room, refined.parts.ink.length);
  }
}

async function refine(
  block: SealedBlock,
  sealer: Sealer,
  unsealed: RefiningOptions["unsealed"],
): Promise<SealedBlock | null> {
  try {
    return await sealer.refine(block);
  } catch (error) {
    if (!(error instanceof InktapeError)) throw error;
    unsealed(error);
    return null;
  }
}
