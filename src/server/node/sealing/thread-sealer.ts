import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { InktapeError } from "../../../signal/errors.js";
import type { SealedBlock } from "../../../tape/block-info.js";
import { SEALED_HERE, type Sealer } from "../../../tape/seal.js";
import { packTask, type SealAnswer, type Task } from "./seal-task.js";

/** A sealer in a thread of its own, and its end. */
export interface ThreadSealer extends Sealer {
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
  /** Does the same without a thread. */
  readonly here: () => SealedBlock | Promise<SealedBlock>;
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
    for (const { here, resolve, reject } of waiting.values()) {
      try {
        resolve(here());
      } catch (refusal) {
        reject(refusal);
      }
    }
    waiting.clear();
  }

  function ask(taskOf: (id: number) => Task, here: Waiting["here"]): SealedBlock | Promise<SealedBlock> {
    if (hasFailed) return here();
    return new Promise((resolve, reject) => {
      const id = tasks++;
      const task = taskOf(id);
      waiting.set(id, { here, resolve, reject });
      thread ??= start();
      thread.postMessage(task);
    });
  }

  return {
    seal(entries, context) {
      return ask(
        (id) => packTask(id, entries, context),
        () => SEALED_HERE.seal(entries, context),
      );
    },
    refine(block) {
      return ask(
        (id) => ({ type: "refine", id, block }),
        () => SEALED_HERE.refine(block),
      );
    },
    async close() {
      waiting.clear();
      await thread?.terminate();
    },
  };
}
