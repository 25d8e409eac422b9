/** Every reason inktape gives for saying no. Stable: apps may switch on it. */
export type ErrorCode =
  | "bad-bytes"
  | "unsupported-version"
  | "too-large"
  | "bad-signal"
  | "bad-argument"
  | "denied"
  | "too-many"
  | "too-fast"
  | "read-only"
  | "not-found"
  | "already-exists"
  | "offline"
  | "log-failed"
  | "tape-damaged"
  | "port-taken";

/**
 * The one error class of inktape. The message says what happened, where, and what to do next;
 * `code` is for programs, `cause` keeps the underlying failure.
 */
export class InktapeError extends Error {
  override readonly name = "InktapeError";
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/** True for an error made by inktape, of the given code when one is named. */
export function isInktapeError(error: unknown, code?: ErrorCode): error is InktapeError {
  return error instanceof InktapeError && (code === undefined || error.code === code);
}

/** Ends an exhaustive switch: the compiler refuses a case that was forgotten. */
export function assertNever(value: never): never {
  throw new InktapeError("bad-signal", `No case for ${JSON.stringify(value)}.`);
}
