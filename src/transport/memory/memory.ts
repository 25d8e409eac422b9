import type { Clock } from "../../clock/clock.js";
import { systemClock } from "../../clock/system.js";
import { type AssetLimits, DEFAULT_ASSET_LIMITS } from "../../room/asset-limits.js";
import { RoomHost } from "../../room/host.js";
import { memoryStore } from "../../room/memory-store.js";
import type { RoomLimits } from "../../room/room-limits.js";
import type { RoomStore } from "../../room/room-log.js";
import type { Authorize } from "../../room/session.js";
import { InktapeError } from "../../signal/errors.js";
import type { ClientId, RoomId } from "../../signal/ids.js";
import type { JoinRequest } from "../../signal/protocol.js";
import type { TapeSource } from "../../tape/tape-source.js";
import type { Transport } from "../transport.js";
import { assetsInTab } from "./assets.js";
import { connectInTab } from "./connect.js";

/** What a memory transport may be given; times in milliseconds. */
export interface MemoryOptions {
  /** Whose time the rooms go by. Default the machine's. */
  readonly clock?: Clock | undefined;
  /** Where the rooms keep their logs. Default memory, which goes with the tab. */
  readonly store?: RoomStore | undefined;
  /** A quiet time longer than this closes a room's activity span. Default 30 s. */
  readonly quietMs?: number | undefined;
  /** How long a member whose connection is lost may stay away. Default 10 s. */
  readonly graceMs?: number | undefined;
  /** How much a room may hold; what is not named is as on a server. */
  readonly limits?: Partial<RoomLimits> | undefined;
  /** What is taken of pictures; what is not named is as on a server. */
  readonly assets?: Partial<AssetLimits> | undefined;
  /** The most a client may do; throws `denied` for one who may not come in. Default what it asks for. */
  readonly authorize?: Authorize | undefined;
}

/**
 * Makes a transport whose rooms live in this tab: for stories, tests and boards that nobody else is to see. Everything
 * goes through the same bytes as over a network, and is delivered in microtasks, never inside a call.
 */
export function memory(options: MemoryOptions = {}): Transport {
  const clock = options.clock ?? systemClock();
  const { store = memoryStore(clock), quietMs, graceMs, limits, authorize = (request) => request.role } = options;
  const assets = { ...DEFAULT_ASSET_LIMITS, ...options.assets };
  const host = new RoomHost({ store, clock, quietMs, graceMs, limits });
  return {
    connect: (request, events) => connectInTab({ host, clock, authorize }, request, events),
    tape: (room) => tapeOf(host, room),
    assets: (room) => assetsInTab(host, room, assets),
    async fork(room, at, into) {
      const granted = await authorize(stranger(into));
      const role = typeof granted === "object" ? granted.role : granted;
      if (role === "reader")
        throw new InktapeError("denied", `Whoever only reads in the room "${into}" cannot make it.`);
      await host.fork(room, at, into);
    },
    rooms: () => host.rooms(),
  };
}

/** Somebody who makes a room, as one who wants to come in as a writer. */
function stranger(room: RoomId): JoinRequest {
  const user = { id: "", name: "", color: "" };
  return { room, client: "" as ClientId, user, role: "writer", isRecord: false, after: null };
}

function tapeOf(host: RoomHost, room: RoomId): TapeSource {
  const open = async () => {
    const tape = await host.tape(room);
    if (tape) return tape;
    throw new InktapeError("not-found", `There is no room "${room}" here. Open it as a whiteboard first.`);
  };
  return {
    timeline: async (range) => (await open()).timeline(range),
    block: async (ref, signal) => (await open()).block(ref, signal),
    part: async (ref, part, signal) => (await open()).part(ref, part, signal),
    keyframe: async (ref, signal) => (await open()).keyframe(ref, signal),
  };
}
