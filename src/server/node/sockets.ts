import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type RawData, type WebSocket } from "ws";
import type { Clock } from "../../clock/clock.js";
import type { RoomHost } from "../../room/host.js";
import type { Outlet } from "../../room/seat.js";
import { TOO_SLOW } from "../../room/goodbyes.js";
import { Session, type Authorize } from "../../room/session.js";
import { InktapeError, isInktapeError } from "../../signal/errors.js";
import { roomId, type RoomId } from "../../signal/ids.js";
import { LIMITS } from "../../signal/limits.js";
import type { Goodbye } from "../../signal/protocol.js";
import { Bucket } from "./bucket.js";
import { Doors } from "./doors.js";
import type { ServerLimits } from "./limits.js";
import { messageFramer, MOST_FRAMED } from "./message-frames.js";
import { isAllowedOrigin, isMeantForHere, notMeantForHere } from "./origin.js";
import { refuse } from "./problems.js";
import type { ConnectionObserver, SocketsObserver } from "./sockets-observer.js";

/** A peer that does not answer a ping by the time of the next one is gone. */
const PING_MS = 20_000;
/** How long a peer is given to answer a close before its connection is cut. */
const CLOSE_MS = 1000;
/** When more bytes than that wait in a socket, entries wait outside of it. */
const FULL = 256 << 10;
/** The hard limit, where the connection is cut at once; up to here a frame that is too large gets a goodbye that says so. */
const MAX_PAYLOAD = 4 * LIMITS.frameBytes;

const SOCKET_PATH = /^\/api\/rooms\/([^/]+)\/socket$/;

/** Close codes of RFC 6455, section 7.4.1, and of the IANA registry it begins. */
const CLOSE_CODE = { policy: 1008, tryAgainLater: 1013 } as const;

const TOO_FAST: Goodbye = {
  code: "too-fast",
  message: "This connection sends far more than a person could do. Wait a while, then connect again.",
  isRetryable: true,
};
const NOT_BINARY: Goodbye = {
  code: "bad-bytes",
  message: "Text came on the connection, and frames are bytes: send binary messages.",
  isRetryable: false,
};

function tooLarge(bytes: number, most: number): Goodbye {
  const message = `A message has ${bytes} bytes, and this server takes ${most}: send smaller ones.`;
  return { code: "too-large", message, isRetryable: false };
}

export interface SocketsOptions {
  readonly host: RoomHost;
  readonly clock: Clock;
  readonly authorize: (request: IncomingMessage) => Authorize;
  /** Origins of pages that may open sockets, besides this server's own and those on this machine. */
  readonly origins: readonly string[];
  /** True when nobody is asked who they are, so that only this machine may connect. */
  readonly isOpen: boolean;
  readonly limits: ServerLimits;
  /** True when a proxy stands in front, whose word on where a request came from is taken. */
  readonly isProxied: boolean;
  readonly observer: SocketsObserver;
}

/** The sockets of a server. */
export interface Sockets {
  /** Takes no more in. */
  shut(): void;
  /** Ends every connection at once, without a word. */
  cut(): void;
  /** Resolves when every connection is closed; those that do not answer are cut. Say goodbye first. */
  close(): Promise<void>;
}

/** Takes WebSockets to rooms at `/api/rooms/:room/socket` in on an HTTP server. */
export function takeSockets(server: Server, options: SocketsOptions): Sockets {
  const { clock } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD, perMessageDeflate: false });
  const silent = new WeakSet<WebSocket>();
  const doors = new Doors(options.limits.connections);
  const frame = messageFramer();
  let isClosing = false;

  server.on("upgrade", (request, stream, head) => {
    stream.on("error", () => stream.destroy());
    let room: RoomId | null = null;
    try {
      if (isClosing) throw new InktapeError("offline", "This server is stopping. Connect again in a moment.");
      room = roomOf(request);
      checkOrigin(request, options);
      const name = room;
      const leave = doors.enter(room, addressOf(request, options.isProxied));
      stream.once("close", leave);
      sockets.handleUpgrade(request, stream, head, (socket) => {
        socket.on("pong", () => silent.delete(socket));
        serve({ socket, stream, frame }, name, request, options);
      });
    } catch (error) {
      if (!isInktapeError(error)) throw error;
      options.observer.refused(error.code, room);
      refuse(stream, { code: error.code, message: error.message });
    }
  });

  const ping = () => {
    for (const socket of sockets.clients) {
      if (silent.has(socket)) socket.terminate();
      silent.add(socket);
      socket.ping();
    }
    cancelPing = clock.after(PING_MS, ping);
  };
  let cancelPing = clock.after(PING_MS, ping);

  const shut = () => {
    isClosing = true;
  };
  const cut = () => {
    for (const socket of sockets.clients) socket.terminate();
  };
  return {
    shut,
    cut,
    async close() {
      shut();
      cancelPing();
      const open = [...sockets.clients];
      const ends = open.map((socket) => new Promise((resolve) => socket.once("close", resolve)));
      const cancelCut = clock.after(CLOSE_MS, cut);
      for (const socket of open) hangUp(socket);
      await Promise.all(ends);
      cancelCut();
    },
  };
}

/** A WebSocket, and the stream below it. */
interface Line {
  readonly socket: WebSocket;
  readonly stream: Duplex;
  /** As messageFramer does, for all connections. */
  readonly frame: (message: Uint8Array) => Uint8Array;
}

function serve(line: Line, room: RoomId, request: IncomingMessage, options: SocketsOptions): void {
  const { socket, stream } = line;
  const { host, clock, authorize, limits, observer } = options;
  const seen = observer.opened(room, () => socket.bufferedAmount);
  const pace = paceOf(socket, options, () => session.end(TOO_FAST));
  const signals = new Bucket(limits.signals, clock.now());
  const bytes = new Bucket(limits.bytes, clock.now());
  const session = new Session({
    wire: {
      send: (message) => send(line, message),
      get isFull() {
        return stream.writableLength > FULL;
      },
      close(goodbye) {
        if (goodbye === TOO_SLOW) seen.slow();
        seen.ending(goodbye);
        close(socket, goodbye);
      },
    },
    clock,
    join: (join, granted, outlet) => host.join(join, granted, seenIn(outlet, seen)),
    authorize: authorize(request),
    room,
    dropped: (entries) => seen.dropped(entries),
    counted: (count) => pace(signals.take(count, clock.now())),
    report: (error) => seen.failed(error),
  });
  stream.on("drain", () => session.drained());
  socket.on("message", (data, isBinary) => {
    const frame = bytesOf(data);
    pace(bytes.take(frame.length, clock.now()));
    if (!isBinary) session.end(NOT_BINARY);
    else if (frame.length > limits.messageBytes) session.end(tooLarge(frame.length, limits.messageBytes));
    else session.receive(frame);
  });
  socket.on("close", () => {
    session.lost();
    seen.closed();
  });
  // What breaks a connection ends it too: the close event follows.
  socket.on("error", () => session.lost());
}

/**
 * Sends a message straight to the stream, in the same bytes for everybody who gets it: to have each socket frame it
 * anew is what costs most in a full room, besides the store and the system. What a socket says itself is whole when it
 * comes to the stream, so the two do not mix.
 */
function send({ socket, stream, frame }: Line, message: Uint8Array): void {
  if (message.length > MOST_FRAMED) socket.send(message);
  else if (socket.readyState === socket.OPEN) stream.write(frame(message));
}

/** The same way to a client, whose seat is seen. */
function seenIn(outlet: Outlet, seen: ConnectionObserver): Outlet {
  return {
    ...outlet,
    seated(seat) {
      seen.seated(seat.member);
      outlet.seated(seat);
    },
  };
}

/**
 * Slows a connection down: nothing more of it is read for a while, so that what it sends waits on its side. One that
 * would have to wait too long is given up.
 */
function paceOf(socket: WebSocket, { clock, limits }: SocketsOptions, giveUp: () => void): (wait: number) => void {
  let until = 0;
  return (wait) => {
    if (wait > limits.patienceMs) return giveUp();
    const due = clock.now() + wait;
    // One that is being closed is read on, for its peer's answer.
    if (wait === 0 || due <= until || socket.readyState !== socket.OPEN) return;
    until = due;
    socket.pause();
    clock.after(wait, () => {
      if (due === until) socket.resume();
    });
  };
}

/** Where a request came from: the connection's other end, or what the last proxy says of it. */
function addressOf({ socket, headers }: IncomingMessage, isProxied: boolean): string {
  const told = [headers["x-forwarded-for"] ?? []].flat().join(",").split(",").at(-1)?.trim();
  return (isProxied && told) || (socket.remoteAddress ?? "");
}

/** The close code is for clients that do not get the goodbye; its text is cut to what fits (RFC 6455, section 5.5). */
function close(socket: WebSocket, { message, isRetryable }: Goodbye): void {
  const reason = Buffer.from(message)
    .subarray(0, 120)
    .toString()
    .replace(/\uFFFD+$/, "");
  hangUp(socket, isRetryable ? CLOSE_CODE.tryAgainLater : CLOSE_CODE.policy, reason);
}

/** Closes a socket, one that is not read for a while too: its peer's answer has to be. */
function hangUp(socket: WebSocket, code?: number, reason?: string): void {
  socket.resume();
  socket.close(code, reason);
}

/** A plain view: Node's Buffer has a `slice` of its own, which does not copy. */
function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return bytesOf(Buffer.concat(data));
  return data instanceof ArrayBuffer ? new Uint8Array(data) : new Uint8Array(data.buffer, data.byteOffset, data.length);
}

function roomOf(request: IncomingMessage): RoomId {
  const path = (request.url ?? "").replace(/\?.*$/, "");
  const name = SOCKET_PATH.exec(path)?.[1];
  if (name !== undefined) return roomId(name);
  throw new InktapeError("not-found", `There is no socket at ${path}: rooms are at /api/rooms/<room>/socket.`);
}

function checkOrigin({ headers }: IncomingMessage, { origins, isOpen }: SocketsOptions): void {
  if (isOpen && !isMeantForHere(headers.host, origins)) throw notMeantForHere(headers.host);
  if (isAllowedOrigin(headers.origin, headers.host, origins)) return;
  throw new InktapeError(
    "denied",
    `Pages of ${headers.origin} may not connect to this server: its operator can allow them by the option "origins".`,
  );
}
