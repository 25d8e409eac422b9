import type { RoomLimits } from "../../room/room-limits.js";
import { LIMITS } from "../../signal/limits.js";
import type { Rate } from "./bucket.js";
import type { ConnectionLimits } from "./doors.js";

/** What one server takes from those who connect. Sizes of what they say are those of signal/limits.ts. */
export interface ServerLimits {
  readonly connections: ConnectionLimits;
  /** Bytes of one message. Default and most 1 MiB. */
  readonly messageBytes: number;
  /** What one room holds; what is not named is as DEFAULT_ROOM_LIMITS of room/room-limits.ts says. */
  readonly room: Partial<RoomLimits>;
  /** Signals of one connection. Default 1,000 a second, 20,000 at once: a pasted page, or what was done while offline. */
  readonly signals: Rate;
  /** Bytes of one connection. Default 256 KiB a second, 8 MiB at once. */
  readonly bytes: Rate;
  /** Who sends so much that it would take longer than this to be within the rate, in milliseconds, is cut. Default 15 s, before its silence looks like death. */
  readonly patienceMs: number;
}

/** A pen makes some 60 signals and 20 KiB a second at most. */
export const DEFAULT_LIMITS: ServerLimits = {
  connections: { room: 1000, address: 1000 },
  messageBytes: LIMITS.frameBytes,
  room: {},
  signals: { perSecond: 1000, burst: 20_000 },
  bytes: { perSecond: 256 << 10, burst: 8 << 20 },
  patienceMs: 15_000,
};
