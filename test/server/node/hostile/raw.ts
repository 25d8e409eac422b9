import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { WebSocket } from "ws";
import type { InktapeServer } from "../../../../src/server/node/index.js";
import { roomId } from "../../../../src/signal/ids.js";
import type { Goodbye, JoinRequest } from "../../../../src/signal/protocol.js";
import { encodeClientFrame, serverFrameReader } from "../../../../src/signal/wire/frames.js";

/** A join frame of one who asks to write. */
export function joinFrame(request: Partial<JoinRequest>): Uint8Array {
  const user = { id: "mallory", name: "Mallory", color: "red" };
  return encodeClientFrame({
    type: "join",
    request: {
      room: roomId("room"),
      client: "mallory" as never,
      user,
      role: "writer",
      isRecord: true,
      after: null,
      ...request,
    },
  });
}

/** A socket to a room that has not joined; the test sends what it likes. */
export async function openSocket(server: InktapeServer, room = "room"): Promise<WebSocket> {
  const socket = new WebSocket(new URL(`/api/rooms/${room}/socket`, server.url));
  socket.on("error", () => undefined);
  await once(socket, "open");
  return socket;
}

/** The end of a socket: the goodbye that came, if any, and the close code. Ask before it can come. */
export async function endOf(socket: WebSocket): Promise<{ goodbye: Goodbye | undefined; code: number }> {
  let goodbye: Goodbye | undefined;
  const read = serverFrameReader();
  socket.on("message", (data) => {
    const frame = read(new Uint8Array(data as Buffer));
    if (frame.type === "goodbye") goodbye = frame.goodbye;
  });
  const [code] = await once(socket, "close");
  return { goodbye, code };
}

/** A bare connection, which says bytes and hears bytes; it never ends its own half by itself. */
export class RawPeer {
  readonly socket: Socket;
  #heard = Buffer.alloc(0);
  readonly #ended: Promise<unknown>;

  constructor({ port }: InktapeServer) {
    this.socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    this.socket.on("data", (chunk: Buffer) => (this.#heard = Buffer.concat([this.#heard, chunk])));
    this.socket.on("error", () => undefined);
    this.#ended = Promise.race([once(this.socket, "end"), once(this.socket, "close")]).catch(() => undefined);
  }

  say(...pieces: readonly (string | Uint8Array)[]): void {
    for (const piece of pieces) this.socket.write(piece);
  }

  /** All that came until the server ended the connection. */
  async end(): Promise<Buffer> {
    await this.#ended;
    return this.#heard;
  }

  /** What came so far, once it is as much as that. */
  async heard(bytes: number): Promise<Buffer> {
    while (this.#heard.length < bytes) await once(this.socket, "data");
    return this.#heard;
  }

  /** Resolves once the text has come. */
  async hears(text: string): Promise<void> {
    while (!this.#heard.includes(text)) await once(this.socket, "data");
  }

  /** Resolves once the server has nothing of the connection left: what is still said is answered with a reset. */
  async gone(): Promise<void> {
    await this.#ended;
    const closed = new Promise((resolve) => this.socket.once("close", resolve));
    const speak = () => void (this.socket.writable && this.socket.write("?", speak));
    speak();
    await closed;
  }

  close(): void {
    this.socket.destroy();
  }
}

/** A request in the form in which it goes over the connection. */
export function request(line: string, headers: readonly string[] = [], body = ""): string {
  return [`${line} HTTP/1.1`, "Host: localhost", ...headers, "", body].join("\r\n");
}

/** The request that opens a socket. */
export function upgrade(path = "/api/rooms/room/socket", headers: readonly string[] = []): string {
  return request(`GET ${path}`, [
    "Upgrade: websocket",
    "Connection: Upgrade",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
    ...headers,
  ]);
}

/** Status, headers and body of an answer. */
export function parsed(answer: Buffer): { status: number; head: string; body: string } {
  const [head = "", ...body] = answer.toString().split("\r\n\r\n");
  return { status: Number(/^HTTP\/1.1 (\d+)/.exec(head)?.[1]), head, body: body.join("\r\n\r\n") };
}

/** The close code in the last frame that the server sent: two bytes of an unmasked close frame (RFC 6455, section 5.5.1). */
export function closeCodeOf(heard: Buffer): number | null {
  const start = heard.lastIndexOf(0x88);
  return start < 0 ? null : heard.readUInt16BE(start + 2);
}
