import { expect } from "vitest";
import { WebSocket } from "ws";
import { plainBoard } from "../../../../src/board/plain.js";
import {
  createToken,
  type InktapeServer,
  type ServerOptions,
  type TokenOptions,
} from "../../../../src/server/node/index.js";
import type { ClientId } from "../../../../src/signal/ids.js";
import type { JoinRequest } from "../../../../src/signal/protocol.js";
import { Caller } from "../../../../src/testing/caller.js";
import { cursor, marker } from "../../../../src/testing/samples.js";
import { webSocket } from "../../../../src/transport/websocket/index.js";
import { Running } from "../running.js";

export const SECRET = "a secret of thirty-two bytes or so";

const CLASS = [
  ["ada", "writer"],
  ["bob", "writer"],
  ["cy", "reader"],
] as const;

/** A server that asks for tokens, and a room in which two write and one reads while others do their worst. */
export class Lesson {
  readonly running = new Running();
  readonly #callers: Caller[] = [];
  readonly #guests: Caller[] = [];
  #server: InktapeServer | null = null;
  #rounds = 0;

  async begin(options: ServerOptions = {}): Promise<void> {
    this.#server = await this.running.start({ tokens: { secret: SECRET }, ...options });
    for (const [name, role] of CLASS) {
      const caller = this.caller(await this.token({ role, record: true }), { client: name as ClientId, role });
      this.#callers.push(caller);
      await caller.welcome();
    }
    await this.goesOn();
  }

  get server(): InktapeServer {
    if (!this.#server) throw new Error("The lesson has not begun.");
    return this.#server;
  }

  token(options: Partial<TokenOptions> = {}): Promise<string> {
    return createToken({ secret: SECRET, room: "room", now: this.running.clock.now(), ...options });
  }

  /** Somebody who comes to the room; closed with the lesson. */
  caller(token: string, request: Partial<JoinRequest> = {}, board?: Caller["board"]): Caller {
    const caller = new Caller(webSocket({ url: this.server.url, WebSocket, token }), "room", request, board);
    this.#guests.push(caller);
    return caller;
  }

  /** The writers write, and everybody has it: those who behave are served now, whatever came to the server before. */
  async goesOn(): Promise<void> {
    this.#rounds += 1;
    const [ada, bob] = this.#callers as [Caller, Caller];
    for (const writer of [ada, bob]) writer.say([marker(`round ${this.#rounds}`), cursor(this.#rounds)]);
    await Promise.all([ada.acknowledged(), bob.acknowledged()]);
    const seq = Math.max(ada.seq, bob.seq);
    await Promise.all(this.#callers.map((caller) => caller.reached(seq)));
  }

  /** The board that everybody has. */
  get board(): Caller["board"] {
    return (this.#callers[0] as Caller).board;
  }

  /** All that everybody has heard. */
  get entries(): Caller["entries"] {
    return (this.#callers[0] as Caller).entries;
  }

  /** Expects nobody to have been disconnected, to have missed anything or to have anything twice. */
  async expectUnharmed(): Promise<void> {
    await this.goesOn();
    const last = Math.max(...this.#callers.map(({ seq }) => seq));
    for (const caller of this.#callers) {
      await caller.reached(last);
      expect(caller.heard.filter((what) => what !== "entries")).toEqual(["welcome"]);
      const seqs = caller.entries.map(({ seq }) => seq);
      expect(seqs).toEqual(seqs.map((_, index) => seqs[0]! + index));
      expect(plainBoard(caller.board)).toEqual(plainBoard(this.board));
      const rounds = caller.entries.filter(({ signal }) => signal.type === "marker" && /^round/.test(signal.label));
      expect(rounds).toHaveLength(2 * this.#rounds);
    }
  }

  async end(): Promise<void> {
    for (const guest of this.#guests) guest.close();
    await this.running.stop();
  }
}
