import { InktapeError } from "../../signal/errors.js";
import type { RoomId } from "../../signal/ids.js";

/** How many connections there may be. */
export interface ConnectionLimits {
  /** To one room. Default 1,000. */
  readonly room: number;
  /** From one network address; a school has one for all. Default 1,000. */
  readonly address: number;
}

/** Counts connections, and refuses those that are too many. */
export class Doors {
  readonly #limits: ConnectionLimits;
  readonly #rooms = new Map<string, number>();
  readonly #addresses = new Map<string, number>();

  constructor(limits: ConnectionLimits) {
    this.#limits = limits;
  }

  /** Lets a connection in; gives what to call when it is closed. Throws `too-many`. */
  enter(room: RoomId, address: string): () => void {
    if ((this.#rooms.get(room) ?? 0) >= this.#limits.room) {
      throw new InktapeError(
        "too-many",
        `The room "${room}" is full: ${this.#limits.room} connections. Try again later.`,
      );
    }
    if ((this.#addresses.get(address) ?? 0) >= this.#limits.address) {
      throw new InktapeError(
        "too-many",
        `There are ${this.#limits.address} connections from ${address}, and no more are taken. Close some, or try later.`,
      );
    }
    add(this.#rooms, room, 1);
    add(this.#addresses, address, 1);
    let isIn = true;
    return () => {
      if (!isIn) return;
      isIn = false;
      add(this.#rooms, room, -1);
      add(this.#addresses, address, -1);
    };
  }
}

function add(counts: Map<string, number>, key: string, change: number): void {
  const count = (counts.get(key) ?? 0) + change;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}
