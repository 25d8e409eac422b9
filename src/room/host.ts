import type { Clock } from "../clock/clock.js";
import { InktapeError } from "../signal/errors.js";
import type { RoomId } from "../signal/ids.js";
import type { Goodbye, JoinRequest } from "../signal/protocol.js";
import type { RoomSummary } from "../signal/room-summary.js";
import type { TapeSource } from "../tape/tape-source.js";
import { CLOSING } from "./goodbyes.js";
import type { Rights } from "./grant.js";
import { UNOBSERVED, type RoomObserver } from "./observer.js";
import type { RoomLog, RoomStore } from "./room-log.js";
import type { RoomEvents, RoomOptions } from "./room-options.js";
import { Room } from "./room.js";
import type { Outlet } from "./seat.js";

/** What a host is made of. */
export interface RoomHostOptions extends RoomOptions {
  readonly store: RoomStore;
  readonly clock: Clock;
}

/** A room that is open, with the log it stands on. */
interface OpenRoom {
  readonly room: Room;
  readonly log: RoomLog;
}

/** Rooms by id over a store: opened when somebody comes, once however many come at once, closed when idle. */
export class RoomHost {
  readonly #options: RoomHostOptions;
  readonly #observer: RoomObserver;
  readonly #opening = new Map<RoomId, Promise<OpenRoom>>();
  readonly #open = new Map<RoomId, OpenRoom>();
  readonly #closing = new Map<RoomId, Promise<void>>();
  #isClosed = false;

  constructor(options: RoomHostOptions) {
    this.#options = options;
    this.#observer = options.observer ?? UNOBSERVED;
  }

  /** Lets a client into its room, opening the room when need be. */
  async join(request: JoinRequest, granted: Rights, outlet: Outlet): Promise<void> {
    let { room } = await this.#enter(request.room);
    // It may have been closed in the very moment in which it was found.
    while (room.isEnded) ({ room } = await this.#enter(request.room));
    await room.join(request, granted, outlet);
  }

  /** The tape of a room, live while the room is; null for a room that never was. */
  async tape(id: RoomId): Promise<TapeSource | null> {
    const tape = await this.#options.store.tape(id);
    if (!tape) return null;
    return {
      timeline: async (range) => ({ ...(await tape.timeline(range)), isLive: this.#isLive(id) }),
      block: (ref, signal) => tape.block(ref, signal),
      part: (ref, part, signal) => tape.part(ref, part, signal),
      keyframe: (ref, signal) => tape.keyframe(ref, signal),
    };
  }

  /** All rooms, the newest activity first. */
  rooms(): Promise<readonly RoomSummary[]> {
    return this.#options.store.list();
  }

  /**
   * Takes nothing more, and acknowledges what was taken; then says goodbye to everyone, closes every room and the store.
   * Resolves when all is let go of.
   */
  async close(goodbye: Goodbye = CLOSING): Promise<void> {
    this.#isClosed = true;
    await Promise.allSettled(this.#opening.values());
    await Promise.all([...this.#open.values()].map(({ room }) => room.drain()));
    for (const id of [...this.#open.keys()]) this.#release(id, goodbye);
    await Promise.all(this.#closing.values());
    await this.#options.store.close();
  }

  #isLive(id: RoomId): boolean {
    const room = this.#open.get(id)?.room;
    return room !== undefined && room.isActive && room.board.isRecording;
  }

  #enter(id: RoomId): Promise<OpenRoom> {
    const known = this.#opening.get(id);
    if (known) return known;
    const opening = this.#openRoom(id);
    this.#opening.set(id, opening);
    opening.catch(() => this.#opening.delete(id));
    return opening;
  }

  async #openRoom(id: RoomId): Promise<OpenRoom> {
    await this.#closing.get(id);
    const { store, clock } = this.#options;
    if (this.#isClosed) throw new InktapeError("offline", CLOSING.message);
    const log = await store.open(id);
    const events: RoomEvents = {
      idle: () => this.#release(id, CLOSING),
      unsealed: (error) => this.#observer.unsealed(id, error),
      suspended: (error) => this.#observer.suspended(id, error),
      failed: (error) => {
        this.#observer.failed(id, error);
        this.#release(id, CLOSING);
      },
    };
    try {
      const open = { log, room: await Room.open(log, clock, events, this.#options) };
      this.#open.set(id, open);
      this.#observer.opened(id);
      return open;
    } catch (error) {
      await log.close();
      throw error;
    }
  }

  #release(id: RoomId, goodbye: Goodbye): void {
    const open = this.#open.get(id);
    if (!open) return;
    this.#open.delete(id);
    this.#opening.delete(id);
    open.room.close(goodbye);
    this.#observer.closed(id);
    // A log that failed may fail to close as well; its failure was told already.
    const closing = open.log.close().catch(() => undefined);
    this.#closing.set(id, closing);
    void closing.then(() => {
      if (this.#closing.get(id) === closing) this.#closing.delete(id);
    });
  }
}
