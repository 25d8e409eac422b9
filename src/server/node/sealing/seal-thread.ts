import { parentPort } from "node:worker_threads";
import { isInktapeError } from "../../../signal/errors.js";
import { doTask, type SealAnswer, type Task } from "./seal-task.js";

/** Run in a thread of its own by thread-sealer.ts: seals and refines blocks, one after another. */
parentPort?.on("message", (task: Task) => parentPort?.postMessage(answerTo(task)));

function answerTo(task: Task): SealAnswer {
  const { id } = task;
  try {
    return { id, block: doTask(task) };
  } catch (error) {
    if (!isInktapeError(error)) throw error;
    return { id, refusal: { code: error.code, message: error.message } };
  }
}
