import { InktapeError } from "../signal/errors.js";

/** What a value in a file is not: `pages[2].name is no text`. Ends with what to do. */
export function notA(what: string, where: string, cause?: unknown): InktapeError {
  const advice = "Choose a file that was saved from a board, as it was saved.";
  return new InktapeError("bad-bytes", `This file cannot be read: ${where} ${what}. ${advice}`, { cause });
}
