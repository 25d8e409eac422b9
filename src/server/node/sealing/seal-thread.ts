import { parentPort } from "node:worker_threads";
import { isInktapeError } from "../../../signal/errors.js";
import { sealTask, type SealAnswer, type SealTask } from "./seal-task.js";

/** Run in a thread of its own by thread-sealer.ts: seals blocks, one after another. */
parentPort?.on("message", (task: SealTask) => parentPort?.postMessage(answerTo(task)));

function answerTo(task: SealTask): SealAnswer {
  const { id } = task;
  try {
    return { id, block: sealTask(task) };
  } catch (error) {
    if (!isInktapeError(error)) throw error;
    return { id, refusal: { code: error.code, message: error.message } };
  }
}
