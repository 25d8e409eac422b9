import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { WebSocket } from "ws";
import { virtualClock, type VirtualClock } from "../../../src/clock/virtual.js";
import { createServer, type InktapeServer, type ServerOptions } from "../../../src/server/node/index.js";
import type { ClientId } from "../../../src/signal/ids.js";
import type { JoinRequest } from "../../../src/signal/protocol.js";
import { Caller } from "../../../src/testing/caller.js";
import { webSocket } from "../../../src/transport/websocket/index.js";
import type { Transport } from "../../../src/transport/transport.js";
import { Folders } from "./sqlite/folder.js";

/** Servers for tests, on free ports, folders of their own and clocks that stand still; all gone after `stop`. */
export class Running {
  readonly folders = new Folders();
  readonly clock: VirtualClock = virtualClock(1_700_000_000_000);
  /** What the servers told their operator. */
  readonly log: string[] = [];
  readonly #servers: InktapeServer[] = [];
  readonly #callers: Caller[] = [];

  async start(options: ServerOptions = {}): Promise<InktapeServer> {
    const data = options.data ?? (await this.folders.make());
    const log = (message: string) => void this.log.push(message);
    // Commits that keep their distance would wait for clocks that stand still.
    const server = await createServer({ port: 0, data, clock: this.clock, log, commitGapMs: 0, ...options });
    this.#servers.push(server);
    return server;
  }

  transport(server: InktapeServer): Transport {
    return webSocket({ url: server.url, WebSocket });
  }

  /** A client that has been welcomed. */
  async call(server: InktapeServer, client: string, request: Partial<JoinRequest> = {}): Promise<Caller> {
    const caller = new Caller(this.transport(server), "room", { client: client as ClientId, ...request });
    this.#callers.push(caller);
    await caller.welcome();
    return caller;
  }

  /** Says something to a port as it is, and gives what is answered. */
  sayHttp(port: number, lines: readonly string[]): Promise<string> {
    const socket = connect(port, "127.0.0.1");
    socket.write(`${lines.join("\r\n")}\r\n\r\n`);
    return text(socket);
  }

  async stop(): Promise<void> {
    for (const caller of this.#callers) caller.close();
    await Promise.all(this.#servers.map((server) => server.close()));
    await this.folders.remove();
  }
}
