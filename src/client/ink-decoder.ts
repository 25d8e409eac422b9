import type { InkDecoder } from "../player/player.js";
import { InktapeError, type ErrorCode } from "../signal/errors.js";
import { decodeInkPart, type InkTrack } from "../tape/sealed/ink-part.js";

/** What a worker is asked, and what it answers. */
export interface InkQuestion {
  readonly id: number;
  readonly bytes: Uint8Array;
}
export interface InkAnswer {
  readonly id: number;
  readonly ink?: InkTrack;
  readonly problem?: { readonly code: ErrorCode; readonly message: string };
}

/** Smaller parts are read sooner than a worker answers. */
const WORTH_A_WORKER = 2048;

interface Waiting {
  readonly bytes: Uint8Array;
  readonly resolve: (ink: InkTrack) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Makes a decoder that reads ink in a worker, so that a page stays responsive while a long tape's ink comes in. Where
 * there is no worker, or it does not start (a page's security policy, a bundler that does not know the pattern), ink is
 * read right here.
 *
 * @param start starts a worker that runs ink-worker.ts.
 */
export function createInkDecoder(start: () => Worker = startWorker): InkDecoder {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let hasFailed = false;
  let count = 0;

  function answered({ id, ink, problem }: InkAnswer): void {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (ink) asked?.resolve(ink);
    else
      asked?.reject(new InktapeError(problem?.code ?? "tape-damaged", problem?.message ?? "The ink cannot be read."));
  }

  function failed(): void {
    hasFailed = true;
    worker?.terminate();
    worker = null;
    for (const { bytes, resolve, reject } of waiting.values()) here(bytes).then(resolve, reject);
    waiting.clear();
  }

  function started(): Worker | null {
    if (worker || hasFailed) return worker;
    try {
      worker = start();
      worker.addEventListener("message", ({ data }: MessageEvent<InkAnswer>) => answered(data));
      worker.addEventListener("error", (event) => (event.preventDefault(), failed()));
    } catch {
      hasFailed = true;
    }
    return worker;
  }

  return {
    decode(bytes) {
      const runner = bytes.length < WORTH_A_WORKER ? null : started();
      if (!runner) return here(bytes);
      count += 1;
      const id = count;
      return new Promise((resolve, reject) => {
        waiting.set(id, { bytes, resolve, reject });
        runner.postMessage({ id, bytes } satisfies InkQuestion);
      });
    },
    close() {
      worker?.terminate();
      worker = null;
      hasFailed = true;
      for (const { reject } of waiting.values()) reject(new InktapeError("offline", "The player was closed."));
      waiting.clear();
    },
  };
}

async function here(bytes: Uint8Array): Promise<InkTrack> {
  return decodeInkPart(bytes);
}

function startWorker(): Worker {
  return new Worker(new URL("./ink-worker.js", import.meta.url), { type: "module", name: "inktape ink" });
}
