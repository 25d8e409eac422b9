import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { InktapeError } from "../../../signal/errors.js";
import type { SealedBlock } from "../../../tape/block-info.js";
import { sealBlock, type SealContext, type Sealer } from "../../../tape/seal.js";
import type { Entry } from "../../../signal/entry.js";
import { packTask, type SealAnswer } from "./seal-task.js";

/** A sealer in a thread of its own, and its end. */
export interface ThreadSealer {
  readonly seal: Sealer;
  /** Ends the thread. What it has not sealed is sealed when its room is next opened. */
  close(): Promise<void>;
}

export interface ThreadSealerOptions {
  /** The compiled seal-thread.ts. */
  readonly script: URL;
  /** Is told, once, that there is no thread and blocks are sealed between other work, which holds that up. */
  readonly failed: (error: unknown) => void;
}

interface Waiting {
  readonly entries: readonly Entry[];
  readonly context: SealContext;
  readonly resolve: (block: SealedBlock | Promise<SealedBlock>) => void;
  readonly reject: (error: unknown) => void;
}

/** The compiled thread; null where the sources are run as they are, which a thread cannot. */
export function compiledThread(): URL | null {
  const script = new URL("./seal-thread.js", import.meta.url);
  return existsSync(script) ? script : null;
}

/**
 * Seals blocks in a thread, so that rooms go on meanwhile. The thread is started for the first block. When it fails, its
 * blocks and all others are sealed here and now.
 */
export function threadSealer({ script, failed }: ThreadSealerOptions): ThreadSealer {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | null = null;
  let hasFailed = false;
  let tasks = 0;

  function start(): Worker {
    const worker = new Worker(script);
    worker.unref();
    worker.on("message", answered);
    worker.on("error", fail);
    return worker;
  }

  function answered(answer: SealAnswer): void {
    const task = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ("block" in answer) task?.resolve(answer.block);
    else task?.reject(new InktapeError(answer.refusal.code, answer.refusal.message));
  }

  function fail(error: unknown): void {
    hasFailed = true;
    failed(error);
    for (const { entries, context, resolve, reject } of waiting.values()) {
      try {
        resolve(sealBlock(entries, context));
      } catch (refusal) {
        reject(refusal);
      }
    }
    waiting.clear();
  }

  return {
    seal(entries, context) {
      if (hasFailed) return sealBlock(entries, context);
      return new Promise((resolve, reject) => {
        const id = tasks++;
        const task = packTask(id, entries, context);
        waiting.set(id, { entries, context, resolve, reject });
        thread ??= start();
        thread.postMessage(task);
      });
    },
    async close() {
      waiting.clear();
      await thread?.terminate();
    },
  };
}
