import { createStore, type Store } from "../../../store/store.js";
import { blockKey } from "../../../tape/parts.js";
import { type Doings, doingsOf } from "../../../tape/doings.js";
import type { TapeFetcher } from "../../../tape/tape-source.js";
import type { BlockRef } from "../../../tape/timeline.js";

/** Fetches who did what, block by block. */
export interface LaneLoader {
  /** What has come so far, by {@link blockKey}. A block that cannot be read has nothing. */
  readonly loaded: Store<ReadonlyMap<string, Doings>>;
  /** Wants these blocks, in this order, and no others any more. */
  want(blocks: readonly BlockRef[]): void;
  close(): void;
}

const NOTHING: Doings = { authors: [], times: [] };
/** What has come is told after so many blocks, and at the end: each time all rows are drawn anew. */
const TOLD_TOGETHER = 8;

/** Fetches one block after another, so that playing never waits for it. */
export function createLaneLoader(fetcher: TapeFetcher): LaneLoader {
  const loaded = createStore<ReadonlyMap<string, Doings>>(new Map());
  let turn = new AbortController();
  const load = async (blocks: readonly BlockRef[], { signal }: AbortController) => {
    let fresh = new Map<string, Doings>();
    const tell = () => {
      if (fresh.size > 0) loaded.set(new Map([...loaded.get(), ...fresh]));
      fresh = new Map();
    };
    for (const ref of blocks) {
      const doings = await doingsOf(fetcher, ref, signal).catch(() => NOTHING);
      if (signal.aborted) break;
      fresh.set(blockKey(ref), doings);
      if (fresh.size >= TOLD_TOGETHER) tell();
    }
    tell();
  };
  return {
    loaded,
    want(blocks) {
      turn.abort();
      turn = new AbortController();
      const missing = blocks.filter((ref) => !loaded.get().has(blockKey(ref)));
      if (missing.length > 0) void load(missing, turn);
    },
    close: () => turn.abort(),
  };
}
