import { virtualClock, type VirtualClock } from "../../src/clock/virtual.js";
import type { Board } from "../../src/board/board.js";
import { reduce } from "../../src/board/reduce.js";
import { RoomHost, type RoomHostOptions } from "../../src/room/host.js";
import { UNOBSERVED } from "../../src/room/observer.js";
import { memoryStore } from "../../src/room/memory-store.js";
import type { RoomStore } from "../../src/room/room-log.js";
import { Session, type Authorize } from "../../src/room/session.js";
import type { Entry } from "../../src/signal/entry.js";
import { roomId, type ClientId, type MemberId, type RoomId } from "../../src/signal/ids.js";
import type { Goodbye, JoinRequest, ServerFrame, Suspended, Welcome } from "../../src/signal/protocol.js";
import type { Signal } from "../../src/signal/signal.js";
import { serverFrameReader, encodeClientFrame } from "../../src/signal/wire/frames.js";
import { decodeKeyframe } from "../../src/tape/keyframe.js";

export const START = 1_700_000_000_000;
export const ROOM = roomId("room");

/** Lets everything happen that waits for nothing but its turn; the memory log needs no more. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** One end of a connection: what came over it, and a hand to send with. */
export class Visitor {
  /** The bytes that came, as they came. */
  readonly bytes: Uint8Array[] = [];
  readonly session: Session;
  /** True once the room has ended the connection. */
  isClosed = false;
  #next = 1;
  #frames = 0;

  constructor(host: RoomHost, clock: VirtualClock, authorize: Authorize, room?: RoomId) {
    this.session = new Session({
      wire: { send: (bytes) => this.bytes.push(bytes), close: () => (this.isClosed = true) },
      clock,
      join: (request, granted, outlet) => host.join(request, granted, outlet),
      authorize,
      room,
    });
  }

  get frames(): readonly ServerFrame[] {
    return this.bytes.map(serverFrameReader());
  }

  get welcome(): Welcome {
    const [frame] = this.frames.flatMap((other) => (other.type === "welcome" ? [other.welcome] : []));
    if (!frame) throw new Error("There was no welcome.");
    return frame;
  }

  get member(): MemberId {
    return this.welcome.member;
  }

  get entries(): readonly Entry[] {
    return this.frames.flatMap((frame) => (frame.type === "entries" ? frame.entries : []));
  }

  /** What came after {@link arrived}. */
  get news(): readonly Entry[] {
    return this.frames.slice(this.#frames).flatMap((frame) => (frame.type === "entries" ? frame.entries : []));
  }

  get signals(): readonly Signal[] {
    return this.news.map(({ signal }) => signal);
  }

  /** The board by the welcome and all that came after it. */
  get board(): Board {
    const { keyframe } = this.welcome;
    if (!keyframe) throw new Error("The welcome brought no board.");
    return reduce(decodeKeyframe(keyframe), this.entries);
  }

  /** From here on, what comes is news. */
  arrived(): void {
    this.#frames = this.bytes.length;
  }

  /** What it was told of the room's taking nothing. */
  get suspended(): readonly Suspended[] {
    return this.frames.flatMap((frame) => (frame.type === "suspended" ? [frame.reason] : []));
  }

  get goodbye(): Goodbye | undefined {
    return this.frames.flatMap((frame) => (frame.type === "goodbye" ? [frame.goodbye] : []))[0];
  }

  join(client: string, request: Partial<JoinRequest> = {}): void {
    const user = { id: client, name: `Name of ${client}`, color: "blue" };
    const whole = {
      room: ROOM,
      client: client as ClientId,
      user,
      role: "writer",
      isRecord: true,
      after: null,
    } as const;
    this.session.receive(encodeClientFrame({ type: "join", request: { ...whole, ...request } }));
  }

  say(signals: readonly Signal[], first = this.#next): void {
    this.session.receive(encodeClientFrame({ type: "signals", batch: { first, signals } }));
    this.#next = first + signals.length;
  }

  leave(): void {
    this.session.receive(encodeClientFrame({ type: "leave" }));
  }
}

type LobbyOptions = Partial<Omit<RoomHostOptions, "clock">> & { readonly clock?: VirtualClock };

/** Rooms in memory under a clock that stands still, and visitors to them. */
export class Lobby {
  readonly clock: VirtualClock;
  readonly store: RoomStore;
  readonly host: RoomHost;
  /** What the host told of rooms that failed. */
  readonly failures: unknown[] = [];

  constructor({ clock = virtualClock(START), ...options }: LobbyOptions = {}) {
    this.clock = clock;
    this.store = options.store ?? memoryStore(this.clock);
    this.host = new RoomHost({
      clock: this.clock,
      observer: {
        ...UNOBSERVED,
        failed: (_, error) => this.failures.push(error),
        suspended: (_, error) => this.failures.push(error),
        unsealed: (_, error) => this.failures.push(error),
      },
      ...options,
      store: this.store,
    });
  }

  /** A connection on which nothing was said yet. */
  visitor(authorize: Authorize = (request) => request.role, room?: RoomId): Visitor {
    return new Visitor(this.host, this.clock, authorize, room);
  }

  /** A client that has been welcomed. */
  async guest(client: string, request: Partial<JoinRequest> = {}): Promise<Visitor> {
    const visitor = this.visitor();
    visitor.join(client, request);
    await settled();
    visitor.arrived();
    return visitor;
  }

  /** Moves time on, and lets happen what it brings. */
  async pass(ms: number): Promise<void> {
    await settled();
    this.clock.advance(ms);
    await settled();
  }
}
