import { isInktapeError } from "../signal/errors.js";
import { decodeInkPart } from "../tape/sealed/ink-part.js";
import type { InkAnswer, InkQuestion } from "./ink-decoder.js";

// Runs in a worker: reads ink parts, one after another, as ink-decoder.ts asks for.

addEventListener("message", ({ data }: MessageEvent<InkQuestion>) => {
  const { id, bytes } = data;
  postMessage({ id, ...answerTo(bytes) } satisfies InkAnswer);
});

function answerTo(bytes: Uint8Array): Omit<InkAnswer, "id"> {
  try {
    return { ink: decodeInkPart(bytes) };
  } catch (error) {
    if (!isInktapeError(error)) throw error;
    return { problem: { code: error.code, message: error.message } };
  }
}
