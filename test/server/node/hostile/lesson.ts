import { isDeepStrictEqual } from "node:util";
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

  /** What went wrong for those who behave: nothing when nobody was disconnected, missed anything or has it twice. */
  async harm(): Promise<string[]> {
    await this.goesOn();
    const last = Math.max(...this.#callers.map(({ seq }) => seq));
    await Promise.all(this.#callers.map((caller) => caller.reached(last)));
    return this.#callers.flatMap((caller, place) => {
      const { entries, heard, board } = caller;
      const [first] = entries;
      const rounds = entries.filter(({ signal }) => signal.type === "marker" && signal.label.startsWith("round"));
      const told = heard.filter((what) => what !== "entries").join(", ");
      const wrongs: [isWrong: boolean, what: string][] = [
        [told !== "welcome", `was told ${told}`],
        [entries.some(({ seq }, index) => seq !== first!.seq + index), "missed entries, or has some twice"],
        [rounds.length !== 2 * this.#rounds, `has ${rounds.length} words of ${this.#rounds} rounds`],
        [!isDeepStrictEqual(plainBoard(board), plainBoard(this.board)), "has another board"],
      ];
      return wrongs.flatMap(([isWrong, what]) => (isWrong ? [`${CLASS[place]?.[0]} ${what}`] : []));
    });
  }

  async end(): Promise<void> {
    for (const guest of this.#guests) guest.close();
    await this.running.stop();
  }
}
