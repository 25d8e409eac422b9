import { randomUUID } from "node:crypto";
import type { Clock } from "../../clock/clock.js";
import type { RoomStore } from "../../room/room-log.js";
import { compiledThread, threadSealer, type ThreadSealer } from "./sealing/thread-sealer.js";
import type { ServerOptions } from "./server-options.js";
import { sqliteStore } from "./sqlite/store.js";
import type { Watch } from "./watch/watch.js";
import { memoryDeliveries, type Deliveries } from "./webhooks/deliveries.js";
import { Webhooks } from "./webhooks/webhooks.js";

const COMMIT_GAP_MS = 5;

/** Where a server keeps its rooms, how it packs what it keeps, and what it has to tell to others. */
export interface Storage {
  readonly store: RoomStore;
  /** Null where blocks are sealed between other work. */
  readonly sealer: ThreadSealer | null;
  readonly webhooks: Webhooks;
}

/** Opens them. Rejects with `log-failed` for a store, and with `bad-argument` for a webhook that cannot be. */
export async function openStorage(options: ServerOptions, clock: Clock, watch: Watch): Promise<Storage> {
  const { webhooks = [], sync, commitGapMs = COMMIT_GAP_MS } = options;
  const log = (sentence: string) => watch.log.warn({}, sentence);
  const withDeliveries = (deliveries: Deliveries) =>
    new Webhooks({ webhooks, deliveries, clock, fetch: globalThis.fetch, newId: randomUUID, log });
  const script = compiledThread();
  const failed = (err: unknown) =>
    watch.log.error({ err }, "blocks are sealed between other work: their thread failed");
  const sealer = script && threadSealer({ script, failed });
  if (options.store) return { store: options.store, sealer, webhooks: withDeliveries(memoryDeliveries()) };
  const { damaged: note, commits: observer } = watch;
  const store = sqliteStore({ folder: options.data ?? "./data", clock, note, observer, sync, commitGapMs });
  try {
    return { store, sealer, webhooks: withDeliveries(store.deliveries) };
  } catch (error) {
    await store.close();
    throw error;
  }
}
