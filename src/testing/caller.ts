import type { Board } from "../board/board.js";
import { EMPTY_BOARD } from "../board/board.js";
import { reduce } from "../board/reduce.js";
import type { Entry } from "../signal/entry.js";
import { roomId, type ClientId, type Seq } from "../signal/ids.js";
import type { Goodbye, JoinRequest, Suspended, Welcome } from "../signal/protocol.js";
import type { Signal } from "../signal/signal.js";
import { decodeKeyframe } from "../tape/keyframe.js";
import type { Connection, Transport } from "../transport/transport.js";

/** A bare client for tests: it says what it is told to, keeps all it hears, and can be waited for. */
export class Caller {
  readonly entries: Entry[] = [];
  /** Everything it was told, by name and in order. */
  readonly heard: string[] = [];
  #welcome: Welcome | null = null;
  #goodbye: Goodbye | null = null;
  #suspended: Suspended | null = null;
  #board: Board = EMPTY_BOARD;
  #said = 0;
  #watchers: (() => void)[] = [];
  readonly #connection: Connection;

  /** Connects to a room; `request` says what differs from a writer who records. */
  constructor(transport: Transport, room: string, request: Partial<JoinRequest> = {}, board: Board = EMPTY_BOARD) {
    this.#board = board;
    const client = request.client ?? ("somebody" as ClientId);
    const user = { id: client, name: `Name of ${client}`, color: "blue" };
    this.#connection = transport.connect(
      { room: roomId(room), client, user, role: "writer", isRecord: true, after: null, ...request },
      {
        welcome: (welcome) => {
          this.#welcome = welcome;
          this.#said = welcome.clientSeq;
          if (welcome.keyframe) this.#board = decodeKeyframe(welcome.keyframe);
          this.#tell("welcome");
        },
        entries: (entries) => {
          this.entries.push(...entries);
          this.#board = reduce(this.#board, entries);
          this.#tell("entries");
        },
        thinned: (entries) => {
          this.entries.push(...entries);
          this.#board = reduce(this.#board, entries);
          this.#tell("thinned");
        },
        suspended: (reason) => {
          this.#suspended = reason;
          this.#tell("suspended");
        },
        closed: (goodbye) => {
          this.#goodbye = goodbye;
          this.#tell("closed");
        },
      },
    );
  }

  /** The board by what has come so far. */
  get board(): Board {
    return this.#board;
  }

  get seq(): Seq {
    return this.#board.seq;
  }

  /** Says signals with the next numbers, or from `first` on. */
  say(signals: readonly Signal[], first = this.#said + 1): void {
    this.#connection.send({ first, signals });
    this.#said = Math.max(this.#said, first + signals.length - 1);
  }

  close(): void {
    this.#connection.close();
  }

  /** Waits for the welcome. */
  async welcome(): Promise<Welcome> {
    return this.until(() => this.#welcome);
  }

  /** Waits until the room takes nothing any more. */
  async suspended(): Promise<Suspended> {
    return this.until(() => this.#suspended);
  }

  /** Waits for the end. */
  async closed(): Promise<Goodbye> {
    return this.until(() => this.#goodbye);
  }

  /** Waits until this client has the entry, by board or by entries. */
  async reached(seq: number): Promise<void> {
    await this.until(() => this.#board.seq >= seq || null);
  }

  /** Waits for an entry that has come or will. */
  async entry(matches: (entry: Entry) => boolean): Promise<Entry> {
    return this.until(() => this.entries.find(matches));
  }

  /** Waits until all its signals up to the last one said have come back. */
  async acknowledged(): Promise<void> {
    const { member } = await this.welcome();
    await this.entry(({ by, clientSeq }) => by === member && clientSeq === this.#said);
  }

  /** Waits until `look` finds something; it looks again whenever something is heard. */
  async until<T>(look: () => T | null | undefined): Promise<T> {
    for (;;) {
      const found = look();
      if (found !== null && found !== undefined) return found;
      await new Promise<void>((resolve) => this.#watchers.push(resolve));
    }
  }

  #tell(what: string): void {
    this.heard.push(what);
    const watchers = this.#watchers;
    this.#watchers = [];
    for (const watcher of watchers) watcher();
  }
}
