import { InktapeError, isInktapeError } from "../../signal/errors.js";
import type { RoomId } from "../../signal/ids.js";
import type { JoinRequest } from "../../signal/protocol.js";
import type { Connection, ConnectionEvents } from "../transport.js";

/** A token, or what gets one: for a room, or for the list of rooms (null). */
export type TokenSource = string | ((room: RoomId | null) => string | Promise<string>);

/** Gets a token. Rejects with `offline` when the app's function fails: its server may be out of reach for a moment. */
export async function tokenFor(source: TokenSource, room: RoomId | null): Promise<string> {
  if (typeof source === "string") return source;
  try {
    return await source(room);
  } catch (cause) {
    if (isInktapeError(cause)) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new InktapeError("offline", `No token could be got (${why}). It is tried again.`, { cause });
  }
}

/** Gets a token, then connects with it. A connection that is closed before that is never made. */
export function connectWithToken(
  source: TokenSource,
  request: JoinRequest,
  connect: (request: JoinRequest) => Connection,
  events: ConnectionEvents,
): Connection {
  let connection: Connection | null = null;
  let isClosed = false;
  tokenFor(source, request.room).then(
    (token) => {
      if (!isClosed) connection = connect({ ...request, token });
    },
    (error: InktapeError) => {
      const { code, message } = error;
      if (!isClosed) events.closed({ code, message, isRetryable: code === "offline" });
    },
  );
  return {
    send: (batch) => connection?.send(batch),
    close() {
      isClosed = true;
      connection?.close();
    },
  };
}
