import type { Duplex } from "node:stream";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { isInktapeError, type ErrorCode } from "../../signal/errors.js";

/** An error as the API answers it. */
export interface Problem {
  readonly code: ErrorCode;
  readonly message: string;
}

const STATUS: { readonly [C in ErrorCode]: ContentfulStatusCode } = {
  "bad-bytes": 400,
  "unsupported-version": 400,
  "too-large": 413,
  "bad-signal": 400,
  "bad-argument": 400,
  denied: 403,
  "too-many": 429,
  "too-fast": 429,
  "read-only": 403,
  "not-found": 404,
  "already-exists": 409,
  offline: 503,
  "log-failed": 500,
  "tape-damaged": 500,
  "port-taken": 500,
};

/** The HTTP status that goes with an error. */
export function statusOf(code: ErrorCode): ContentfulStatusCode {
  return STATUS[code];
}

/** Answers with an error as JSON. What was not meant to happen is not told outside. */
export function answerError(context: Context, error: unknown): Response {
  if (isInktapeError(error)) {
    const problem: Problem = { code: error.code, message: error.message };
    return context.json(problem, statusOf(error.code));
  }
  const problem: Problem = { code: "log-failed", message: "The server failed to answer. Its log says why." };
  return context.json(problem, 500);
}

/**
 * Answers with an error on a connection that no response belongs to, and ends it, also when its peer would keep its own
 * half open.
 */
export function refuse(stream: Duplex, problem: Problem, status: number = statusOf(problem.code)): void {
  const body = JSON.stringify(problem);
  const lines = [
    `HTTP/1.1 ${status} Refused`,
    "Connection: close",
    "Content-Type: application/json",
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  stream.once("finish", () => stream.destroy());
  stream.end(`${lines.join("\r\n")}\r\n\r\n${body}`);
}
