import type { Clock } from "../clock/clock.js";
import { InktapeError } from "../signal/errors.js";
import type { Millis, RoomId } from "../signal/ids.js";
import type { Goodbye, JoinRequest } from "../signal/protocol.js";
import type { TapeSource } from "../tape/tape-source.js";
import { beginningOf } from "./beginning.js";
import { CLOSED, CLOSING, DELETED, REWRITTEN } from "./goodbyes.js";
import type { Rights } from "./grant.js";
import { UNOBSERVED, type RoomObserver } from "./observer.js";
import { rewrittenParts, type Rewriting } from "./rewrite.js";
import type { AssetShelf, RoomLog, RoomPage, RoomRecord, RoomStore } from "./room-log.js";
import type { RoomEvents, RoomOptions } from "./room-options.js";
import { Room } from "./room.js";
import type { Outlet } from "./seat.js";

/** Something that happened to a room as a whole. */
export interface RoomHappening {
  readonly type: "room.created" | "span.opened" | "span.closed" | "recording.deleted";
  readonly room: RoomId;
  readonly at: Millis;
  /** Why a recording, or a part of it, was deleted. */
  readonly by?: Deletion | undefined;
}

/** What can delete a recording, or a part of it. */
export type Deletion = "delete" | "trim" | "redact" | "retention";

/** What a host is made of. */
export interface RoomHostOptions extends RoomOptions {
  readonly store: RoomStore;
  readonly clock: Clock;
  /** Is told what happens to rooms; must not throw. */
  readonly happened?: ((happening: RoomHappening) => void) | undefined;
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
    this.#observer = tellingSpans(options.observer ?? UNOBSERVED, (id, type) => this.#tell(id, type));
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

  /** All rooms, or a part of their list, the newest activity first. */
  rooms(page?: RoomPage): Promise<readonly RoomRecord[]> {
    return this.#options.store.list(page);
  }

  /** What is known of a room; null for one that never was. */
  find(id: RoomId): Promise<RoomRecord | null> {
    return this.#options.store.find(id);
  }

  /** The pictures of a room. */
  assets(id: RoomId): AssetShelf {
    return this.#options.store.assets(id);
  }

  /** True while the room is open: somebody is there, or was a moment ago. */
  isOpen(id: RoomId): boolean {
    return this.#opening.has(id);
  }

  /** Makes a room. Rejects with `already-exists`. */
  async create(id: RoomId, isRecorded: boolean): Promise<void> {
    if (await this.#options.store.create(id, isRecorded)) return this.#tell(id, "room.created");
    throw takenName(id);
  }

  /**
   * Makes a room that goes on from a moment of another's recording, with the pictures on the board. Nobody is in it, and
   * it is not recorded until somebody asks for that. Rejects with `already-exists`, `not-found`, `bad-argument` when
   * nothing was recorded up to then, or `tape-damaged`.
   */
  async fork(from: RoomId, at: Millis, into: RoomId): Promise<void> {
    const { store, clock } = this.#options;
    if (await store.find(into)) throw takenName(into);
    const tape = await store.tape(from);
    if (!tape) throw noSuchRoom(from);
    const beginning = await beginningOf(from, tape, at, Math.floor(clock.now()) as Millis);
    if (!(await store.begin(into, beginning))) throw takenName(into);
    this.#tell(into, "room.created");
  }

  /** Closes a room: whoever is in is told, and nobody is let in until it is reopened. Rejects with `not-found`. */
  async closeRoom(id: RoomId): Promise<void> {
    await this.#options.store.setClosed(id, true);
    await this.#without(id, CLOSED, () => Promise.resolve());
  }

  /** Lets people in again. Rejects with `not-found`. */
  reopenRoom(id: RoomId): Promise<void> {
    return this.#options.store.setClosed(id, false);
  }

  /** Takes a room away with all that it has; whoever is in is told. Rejects with `not-found`. */
  async removeRoom(id: RoomId): Promise<void> {
    const { store } = this.#options;
    if (!(await this.#without(id, DELETED, () => store.remove(id)))) throw noSuchRoom(id);
    this.#tell(id, "recording.deleted", "delete");
  }

  /** Writes the recording of a room anew. Whoever is in is told, comes back, and waits. Rejects with `not-found`. */
  async rewrite(id: RoomId, rewriting: Rewriting, by: Deletion = rewriting.type): Promise<void> {
    const { store } = this.#options;
    await this.#without(id, REWRITTEN, async () => {
      if (!(await store.find(id))) throw noSuchRoom(id);
      const log = await store.open(id);
      try {
        await store.rewrite(id, rewrittenParts(log, rewriting));
      } finally {
        await log.close();
      }
    });
    this.#tell(id, "recording.deleted", by);
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

  /** Does something with what is stored of a room while that is not open; who comes meanwhile waits. */
  async #without<T>(id: RoomId, goodbye: Goodbye, work: () => Promise<T>): Promise<T> {
    for (let opening = this.#opening.get(id); opening; opening = this.#opening.get(id)) {
      await opening.catch(() => undefined);
      this.#release(id, goodbye);
    }
    if (this.#isClosed) throw new InktapeError("offline", CLOSING.message);
    const worked = (this.#closing.get(id) ?? Promise.resolve()).then(work);
    this.#holdBack(
      id,
      worked.then(
        () => undefined,
        () => undefined,
      ),
    );
    return worked;
  }

  /** Nobody opens the room before that. */
  #holdBack(id: RoomId, closing: Promise<void>): void {
    this.#closing.set(id, closing);
    void closing.then(() => {
      if (this.#closing.get(id) === closing) this.#closing.delete(id);
    });
  }

  #tell(room: RoomId, type: RoomHappening["type"], by?: Deletion): void {
    this.#options.happened?.({ type, room, at: Math.floor(this.#options.clock.now()) as Millis, by });
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
    for (let closing = this.#closing.get(id); closing; closing = this.#closing.get(id)) await closing;
    const { store, clock } = this.#options;
    if (this.#isClosed) throw new InktapeError("offline", CLOSING.message);
    const known = await store.find(id);
    if (known?.isClosed) throw new InktapeError(CLOSED.code, CLOSED.message);
    const log = await store.open(id);
    if (!known) this.#tell(id, "room.created");
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
      const open = { log, room: await Room.open(log, clock, events, { ...this.#options, observer: this.#observer }) };
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
    this.#holdBack(
      id,
      open.log.close().catch(() => undefined),
    );
  }
}

/** The same observer, and who has spans told hears of them after it. */
function tellingSpans(observer: RoomObserver, tell: (room: RoomId, type: "span.opened" | "span.closed") => void) {
  return {
    ...observer,
    spanOpened(room: RoomId, isRecording: boolean) {
      observer.spanOpened(room, isRecording);
      tell(room, "span.opened");
    },
    spanClosed(room: RoomId, duration: number) {
      observer.spanClosed(room, duration);
      tell(room, "span.closed");
    },
  };
}

function takenName(room: RoomId): InktapeError {
  return new InktapeError("already-exists", `There is a room "${room}" already. Choose another name, or go into it.`);
}

/** What is said of a room that never was. */
export function noSuchRoom(room: RoomId): InktapeError {
  return new InktapeError("not-found", `There is no room "${room}" on this server. Open it as a whiteboard first.`);
}
