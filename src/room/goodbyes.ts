import { isInktapeError } from "../signal/errors.js";
import type { Goodbye } from "../signal/protocol.js";

/** What a connection is told that another one of the same client takes the place of. */
export const REPLACED: Goodbye = {
  code: "denied",
  message: "This client has connected again; only its newest connection stays.",
  isRetryable: false,
};

/** What every connection is told when the host stops. */
export const CLOSING: Goodbye = {
  code: "offline",
  message: "The host of this room is stopping. Connect again in a moment.",
  isRetryable: true,
};

/** What everybody is told whose room is closed, and whoever comes then. */
export const CLOSED: Goodbye = {
  code: "denied",
  message: "This room is closed. What was recorded of it can still be watched.",
  isRetryable: false,
};

/** What everybody is told whose room is deleted. */
export const DELETED: Goodbye = {
  code: "not-found",
  message: "This room was deleted, with all that was in it.",
  isRetryable: false,
};

/** What everybody is told whose room is written anew; who comes back waits until it is. */
export const REWRITTEN: Goodbye = {
  code: "offline",
  message: "The recording of this room is being changed. Connect again in a moment.",
  isRetryable: true,
};

/** What a client is told that has left by itself; nobody reads it but a transport that ends the connection with it. */
export const LEFT: Goodbye = { code: "offline", message: "The client has left the room.", isRetryable: false };

/** What a connection is told that does not say in time who it is. */
export const SILENT: Goodbye = {
  code: "offline",
  message: "Nothing came on this connection: send a join frame right after connecting.",
  isRetryable: true,
};

/** What a connection is told for which too much waits. */
export const TOO_SLOW: Goodbye = {
  code: "offline",
  message: "This connection takes in less than the room sends, and too much was waiting. Connect again to catch up.",
  isRetryable: true,
};

/** What a connection is told whose grant has run out: with another one, its client may go on. */
export const RUN_OUT: Goodbye = {
  code: "denied",
  message: "What let this client in has run out. Connect again with a new token.",
  isRetryable: true,
};

/** What somebody is told whom an admin does not want in the room. */
export const REMOVED: Goodbye = {
  code: "denied",
  message: "An admin of this room has removed you.",
  isRetryable: false,
};

/** What every connection is told when the room can store again: it starts anew from what was stored. */
export const RESUMED: Goodbye = {
  code: "offline",
  message: "The room can store again. Connect again to go on.",
  isRetryable: true,
};

/** Says why a connection ends because of `error`. A failing host may be tried again; what is wrong stays wrong. */
export function goodbyeFor(error: unknown): Goodbye {
  if (isInktapeError(error)) {
    const isRetryable = error.code === "log-failed" || error.code === "offline";
    return { code: error.code, message: error.message, isRetryable };
  }
  return { code: "log-failed", message: "The room failed unexpectedly. Connect again in a moment.", isRetryable: true };
}
