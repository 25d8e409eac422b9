import type { WebSocket } from "ws";
import type { PenBatch } from "./pen-batches.js";

/** How clients and a server speak with one another, over WebSockets. */
export interface Speech {
  url(port: number, room: string): string;
  /**
   * Gives a room a past, where one has an influence: as much of what is packed at once is there as `share` says, so that
   * it is packed while others write. Resolves when it is there.
   */
  age(port: number, room: string, share: number): Promise<void>;
  /** Goes through the whole handshake on a socket that is opening. Resolves once what others write in the room comes. */
  enter(socket: WebSocket, room: string, role: "writer" | "reader"): Promise<Entrant>;
  /** Reads what a room's server says: only as much as tells which batches came. */
  reader(scripts: ReadonlyMap<number, Script>): ReadFrame;
  /**
   * How many batches of each stroke a fresh client finds in a room, under the stroke's name.
   *
   * @param isAll says when there is nothing more to wait for.
   * @param patienceMs when so long nothing comes, nothing more will.
   */
  strokes(
    port: number,
    room: string,
    isAll: (found: StrokeCounts) => boolean,
    patienceMs: number,
  ): Promise<StrokeCounts>;
}

/** Somebody who is in a room. */
export interface Entrant {
  /** What frames call them. */
  readonly key: number;
  /** Puts a hand's batches into frames, one each, to be sent in their order. Once in a stay. */
  script(batches: readonly PenBatch[]): Script;
}

/** What one writer is going to send. */
export interface Script {
  readonly frames: readonly Uint8Array[];
  readonly batches: readonly PenBatch[];
  /** The place of a batch by what frames call its end. */
  readonly ends: ReadonlyMap<number, number>;
}

/** Batches of one writer that a frame brings, by their places in its script. */
export interface Arrival {
  readonly key: number;
  readonly first: number;
  readonly last: number;
}

/** What a frame from the server says. */
export interface Tidings {
  readonly arrivals: readonly Arrival[];
  /** Batches that it acknowledges to who gets it, without saying which: the next ones. */
  readonly acks: number;
}

export type ReadFrame = (frame: Buffer) => Tidings;
export type StrokeCounts = ReadonlyMap<string, number>;

/** What {@link StrokeCounts} calls a stroke. */
export function strokeName(key: number, stroke: number): string {
  return `${key}/${stroke}`;
}

/** How many different frames may be under way to the members of a room at once. */
const REMEMBERED = 8;

/** A reader that reads a frame once, though every member of a room gets it. */
export function remembering(read: ReadFrame): ReadFrame {
  const known: { frame: Buffer; tidings: Tidings }[] = [];
  return (frame) => {
    const found = known.find((one) => one.frame.equals(frame));
    if (found) return found.tidings;
    const tidings = read(frame);
    known.unshift({ frame, tidings });
    known.length = Math.min(known.length, REMEMBERED);
    return tidings;
  };
}

/** Tells of what cannot be: then nothing that was measured means anything. */
export function broken(problem: string): never {
  throw new Error(`The measurement is void: ${problem}`);
}

/** A server that does not answer a handshake for so long does not answer at all. */
const HANDSHAKE_MS = 30_000;
const TRIES = 3;

/** Resolves with the first value that a socket's frames lead to. Rejects when the socket ends before, or nothing comes. */
export function firstOf<T>(socket: WebSocket, take: (frame: Buffer) => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    let came = 0;
    const timer = setTimeout(() => {
      socket.on("error", () => undefined).terminate();
      reject(new Error(`A server does not answer a handshake (state ${socket.readyState}, ${came} frames came).`));
    }, HANDSHAKE_MS);
    const end = () => {
      clearTimeout(timer);
      socket.off("message", onMessage).off("close", onClose);
    };
    const onMessage = (frame: Buffer) => {
      came += 1;
      const value = take(frame);
      if (value === undefined) return;
      end();
      resolve(value);
    };
    const onClose = (code: number) => {
      end();
      reject(new Error(`A server has closed a connection in its handshake (${code}).`));
    };
    socket.on("message", onMessage).on("close", onClose);
  });
}

/** Does what begins with a connection, and like any client does it once more when that fails. */
export async function persistently<T>(what: string, connect: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await connect();
    } catch (error) {
      if (tries === TRIES) throw error;
      console.error(`Trying again to ${what}: ${String(error)}`);
    }
  }
}
