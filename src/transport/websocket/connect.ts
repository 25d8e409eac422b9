import { InktapeError, isInktapeError } from "../../signal/errors.js";
import type { ClientFrame, Goodbye, JoinRequest, ServerFrame } from "../../signal/protocol.js";
import { encodeClientFrame, serverFrameReader } from "../../signal/wire/frames.js";
import type { Connection, ConnectionEvents } from "../transport.js";
import { goodbyeOfCode } from "./close-codes.js";

/** What a socket tells, as far as it is needed here. */
export interface SocketEvent {
  readonly type: string;
  /** Of `message`: an ArrayBuffer, or text. */
  readonly data?: unknown;
  /** Of `close`: a code of RFC 6455, section 7.4. */
  readonly code?: number;
  readonly reason?: string;
}

/** What is needed of a WebSocket: the browser's, Node's and that of `ws` all have it. */
export interface SocketLike {
  binaryType: string;
  readonly readyState: number;
  send(data: Uint8Array<ArrayBuffer>): void;
  close(code?: number, reason?: string): void;
  addEventListener(type: "open" | "message" | "close" | "error", listener: (event: SocketEvent) => void): void;
}

export type WebSocketConstructor = new (url: string) => SocketLike;

/** `readyState` of a socket that can send. */
const OPEN = 1;

/** Connects over a socket of its own: says who it is, then passes frames on, at last the reason of the end. */
export function connectSocket(
  WebSocket: WebSocketConstructor | undefined,
  url: string,
  request: JoinRequest,
  events: ConnectionEvents,
): Connection {
  let isClosed = false;
  let goodbye: Goodbye | null = null;
  const read = serverFrameReader();
  const socket = open(WebSocket, url, end);

  function end(reason: Goodbye): void {
    if (isClosed) return;
    isClosed = true;
    events.closed(reason);
  }

  function say(frame: ClientFrame): void {
    if (!isClosed && socket?.readyState === OPEN) socket.send(encodeClientFrame(frame) as Uint8Array<ArrayBuffer>);
  }

  function tell(frame: ServerFrame): void {
    if (frame.type === "goodbye") goodbye = frame.goodbye;
    else if (frame.type === "welcome") events.welcome(frame.welcome);
    else if (frame.type === "suspended") events.suspended(frame.reason);
    else if (frame.type === "thinned") events.thinned(frame.entries);
    else events.entries(frame.entries);
  }

  socket?.addEventListener("open", () => say({ type: "join", request }));
  socket?.addEventListener("message", ({ data }) => {
    if (isClosed) return;
    const frame = decode(data, read);
    if (!(frame instanceof InktapeError)) return tell(frame);
    socket.close();
    end({ code: frame.code, message: frame.message, isRetryable: false });
  });
  // A close follows and is told of; but that of ws throws an error that nobody listens to.
  socket?.addEventListener("error", () => undefined);
  socket?.addEventListener("close", ({ code = 1006, reason = "" }) => end(goodbye ?? goodbyeOfCode(code, reason)));

  return {
    send: (batch) => say({ type: "signals", batch }),
    close() {
      say({ type: "leave" });
      isClosed = true;
      socket?.close();
    },
  };
}

/** Opens a socket; tells later, not now, when there can be none. */
function open(
  WebSocket: WebSocketConstructor | undefined,
  url: string,
  end: (reason: Goodbye) => void,
): SocketLike | null {
  const refuse = (message: string) => {
    queueMicrotask(() => end({ code: "bad-argument", message, isRetryable: false }));
    return null;
  };
  if (!WebSocket) return refuse("There is no WebSocket here: give webSocket({ WebSocket }) the one of the package ws.");
  try {
    const socket = new WebSocket(url);
    socket.binaryType = "arraybuffer";
    return socket;
  } catch (error) {
    return refuse(`No connection to ${url} can be opened from here: ${error instanceof Error ? error.message : error}`);
  }
}

function decode(data: unknown, read: (bytes: Uint8Array) => ServerFrame): ServerFrame | InktapeError {
  if (!(data instanceof ArrayBuffer)) {
    return new InktapeError("bad-bytes", "The server sent text, and frames are bytes: is this an inktape server?");
  }
  try {
    return read(new Uint8Array(data));
  } catch (error) {
    if (isInktapeError(error)) return error;
    throw error;
  }
}
