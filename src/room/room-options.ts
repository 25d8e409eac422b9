import type { InktapeError } from "../signal/errors.js";
import type { Sealer } from "../tape/seal.js";
import type { RoomObserver } from "./observer.js";
import type { RoomLimits } from "./room-limits.js";

/** How a room behaves; times in milliseconds. */
export interface RoomOptions {
  /** A quiet time longer than this closes the activity span. Default 30 s. */
  readonly quietMs?: number | undefined;
  /** How long a member whose connection is lost may stay away. Default 10 s. */
  readonly graceMs?: number | undefined;
  /** How many entries are held for clients that come back. Default 4,096. */
  readonly recent?: number | undefined;
  /** How blocks of the recording are sealed. Default here and now. */
  readonly sealer?: Sealer | undefined;
  /** Is told what happens. */
  readonly observer?: RoomObserver | undefined;
  /** How much a room may hold; what is not named is as DEFAULT_ROOM_LIMITS of room-limits.ts says. */
  readonly limits?: Partial<RoomLimits> | undefined;
}

/** What a room tells its host. */
export interface RoomEvents {
  /** Nobody is there or expected, and all is written: the host may close the room. */
  idle(): void;
  /** A part of the recording could not be sealed; it stays as it came, and the room goes on. */
  unsealed(error: InktapeError): void;
  /** The log can store nothing: the room is for looking at until it can, and says so to its connections. */
  suspended(error: InktapeError): void;
  /** The room has failed, and its connections were told. The host lets go of it and opens it anew when asked. */
  failed(error: unknown): void;
}
