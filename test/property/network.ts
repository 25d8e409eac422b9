import type { Cancel, Clock } from "../../src/clock/clock.js";
import type { VirtualClock } from "../../src/clock/virtual.js";
import { RoomHost } from "../../src/room/host.js";
import { memoryStore } from "../../src/room/memory-store.js";
import { Session } from "../../src/room/session.js";
import { InktapeError } from "../../src/signal/errors.js";
import type { RoomId } from "../../src/signal/ids.js";
import type { Goodbye, JoinRequest } from "../../src/signal/protocol.js";
import { encodeClientFrame, serverFrameReader } from "../../src/signal/wire/frames.js";
import type { TapeSource } from "../../src/tape/tape-source.js";
import type { Connection, ConnectionEvents, Transport } from "../../src/transport/transport.js";

/** How bad the network is; times in milliseconds. */
export interface Weather {
  /** How long a frame is on its way, at most. */
  readonly delay: number;
  /** How likely a line is cut around any one frame, 0 to 1. */
  readonly cut: number;
  /** How long after a cut either end goes on before it notices, at most. */
  readonly unnoticed: number;
}

export const FAIR: Weather = { delay: 5, cut: 0, unnoticed: 0 };

/** So few that many a client who comes back gets a board instead of the entries it missed. */
const RECENT = 8;
const LOST: Goodbye = { code: "offline", message: "The line was cut.", isRetryable: true };

/** Real rooms, sessions and frames, and between them and the clients a network that does what networks do. */
export interface Network {
  /** How its clients reach the rooms. */
  readonly transport: Transport;
  setWeather(weather: Weather): void;
  /** Cuts every line that is open. */
  cutAll(): void;
  /** Kills the authority, in the middle of whatever it does. What is in its store stays. */
  kill(): void;
  /** Starts it again after a {@link kill}. */
  start(): void;
}

/**
 * Makes a network whose mischief follows from `random`. Frames of one line stay in their order, as in a WebSocket; a
 * cut loses whatever is on its way, in both directions; either end may notice at once or much later, and the client may
 * be back on another line before the authority knows that the old one is dead.
 */
export function createNetwork(clock: VirtualClock, random: () => number): Network {
  const store = memoryStore(clock);
  const lines = new Set<() => void>();
  let weather = FAIR;
  let authority: Authority | null = null;

  const upTo = (ms: number) => Math.floor(random() * (ms + 1));

  function start(): void {
    const life = mortalClock(clock);
    authority = { host: new RoomHost({ store, clock: life.clock, recent: RECENT }), clock: life.clock, die: life.die };
  }

  function connect(request: JoinRequest, events: ConnectionEvents): Connection {
    if (!authority) {
      const cancel = clock.after(upTo(weather.delay) + 1, () => events.closed(LOST));
      return { send: () => undefined, close: cancel };
    }
    const { host, clock: itsClock } = authority;
    let [isCut, isDone] = [false, false];
    const up = lane(clock, () => upTo(weather.delay));
    const down = lane(clock, () => upTo(weather.delay));

    /** One frame's way; the line may be cut before the frame, or after it and before it has arrived. */
    const carry = (way: Lane, deliver: () => void) => {
      if (isCut) return;
      way.send(() => {
        if (!isCut && random() < weather.cut / 2) cut();
        if (!isCut) deliver();
      });
      if (random() < weather.cut / 2) cut();
    };
    const session = new Session({
      wire: {
        send: (bytes) => carry(down, () => hear(bytes)),
        close: (goodbye) => carry(down, () => done(goodbye)),
      },
      clock: itsClock,
      join: (asked, granted, outlet) => host.join(asked, granted, outlet),
      authorize: ({ role }) => role,
      room: request.room,
    });
    const cut = () => {
      if (isCut) return;
      isCut = true;
      lines.delete(cut);
      itsClock.after(upTo(weather.unnoticed), () => session.lost());
      clock.after(upTo(weather.unnoticed), () => done(LOST));
    };
    const done = (goodbye: Goodbye) => {
      if (isDone) return;
      isDone = true;
      lines.delete(cut);
      events.closed(goodbye);
    };
    const read = serverFrameReader();
    const hear = (bytes: Uint8Array) => {
      if (isDone) return;
      const frame = read(bytes);
      if (frame.type === "welcome") events.welcome(frame.welcome);
      if (frame.type === "entries") events.entries(frame.entries);
      if (frame.type === "thinned") events.thinned(frame.entries);
    };
    const say = (bytes: Uint8Array) => carry(up, () => session.receive(bytes));

    lines.add(cut);
    say(encodeClientFrame({ type: "join", request }));
    return {
      send: (batch) => say(encodeClientFrame({ type: "signals", batch })),
      close() {
        say(encodeClientFrame({ type: "leave" }));
        isDone = true;
        lines.delete(cut);
      },
    };
  }

  start();
  return {
    start,
    setWeather: (next) => (weather = next),
    cutAll: () => [...lines].forEach((cut) => cut()),
    kill() {
      authority?.die();
      authority = null;
      for (const cut of lines) cut();
    },
    transport: {
      connect,
      tape: (room) => tapeOf(() => authority?.host, room),
      assets: () => ({
        put: () => Promise.reject(new Error("No pictures here.")),
        get: () => Promise.reject(new Error("No pictures here.")),
      }),
      rooms: () => store.list(),
    },
  };
}

interface Authority {
  readonly host: RoomHost;
  readonly clock: Clock;
  /** Stops its time: nothing that it waits for comes any more. */
  readonly die: () => void;
}

/** A clock that stops for good when its owner dies. */
function mortalClock(clock: Clock): { clock: Clock; die: () => void } {
  const waiting = new Set<Cancel>();
  let isDead = false;
  const once = (ask: (ring: () => void) => Cancel, ring: () => void): Cancel => {
    if (isDead) return () => undefined;
    const cancel = ask(() => {
      waiting.delete(cancel);
      ring();
    });
    waiting.add(cancel);
    return () => {
      waiting.delete(cancel);
      cancel();
    };
  };
  return {
    clock: {
      now: () => clock.now(),
      after: (ms, callback) => once((ring) => clock.after(ms, ring), callback),
      frame: (callback) =>
        once(
          (ring) => clock.frame(ring),
          () => callback(clock.now()),
        ),
    },
    die() {
      isDead = true;
      for (const cancel of waiting) cancel();
    },
  };
}

/** One direction of a line. */
interface Lane {
  send(deliver: () => void): void;
}

/** A lane on which everything arrives after a delay of its own, but never before what was sent before it. */
function lane(clock: Clock, delay: () => number): Lane {
  let lastArrival = 0;
  return {
    send(deliver) {
      lastArrival = Math.max(lastArrival, clock.now() + delay());
      clock.after(lastArrival - clock.now(), deliver);
    },
  };
}

function tapeOf(host: () => RoomHost | undefined, room: RoomId): TapeSource {
  const open = async () => {
    const tape = await host()?.tape(room);
    if (!tape) throw new InktapeError("not-found", `There is no room "${room}".`);
    return tape;
  };
  return {
    timeline: async (range) => (await open()).timeline(range),
    block: async (ref, signal) => (await open()).block(ref, signal),
    part: async (ref, part, signal) => (await open()).part(ref, part, signal),
    keyframe: async (ref, signal) => (await open()).keyframe(ref, signal),
  };
}

/** Lets `ms` of virtual time go by in small steps, and after each all that was promised come true. */
export async function pass(clock: VirtualClock, ms: number): Promise<void> {
  const STEP_MS = 20;
  for (let left = ms; left > 0; left -= STEP_MS) {
    clock.advance(Math.min(STEP_MS, left));
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}
