import type { Entry } from "../signal/entry.js";
import type { MemberId } from "../signal/ids.js";
import type { Goodbye, SignalBatch } from "../signal/protocol.js";
import type { Mark } from "../signal/wire/entry-runs.js";

/** Entries on their way to everyone, encoded once. */
export interface EntryFrame {
  readonly entries: readonly Entry[];
  /** The entry right before them; null when the bytes are for whoever. */
  readonly after: Mark | null;
  /**
   * As signal/wire/frames.ts encodes them, for a connection over which {@link after} was the last entry to go. Others get
   * the same bytes: do not write into them.
   */
  readonly bytes: Uint8Array;
}

/** Where a room puts what one connection is to get. */
export interface Outlet {
  /** The client is in, and its welcome is sent next; unless the seat is given up right here. */
  seated(seat: Seat): void;
  /** Hands over one frame that is for this connection alone, as signal/wire/frames.ts encodes it. */
  send(frame: Uint8Array): void;
  /** Hands over the next entries. */
  pass(frame: EntryFrame): void;
  /** Ends the connection, after what was sent before. The room has given its seat up already. */
  close(goodbye: Goodbye): void;
}

/** A client's place in a room, from its welcome to the end of its connection. Does nothing once it was given up. */
export interface Seat {
  readonly member: MemberId;
  /**
   * Takes signals into the log; they come back as entries, or a `void` in the place of one that is not taken as things
   * are now. Those that are in the log already are passed over. Throws `bad-signal` or `read-only` when one of them must
   * not be, and then takes none.
   */
  submit(batch: SignalBatch): void;
  /** The client goes for good: the member leaves at once. */
  leave(): void;
  /** The connection is lost: the member leaves unless its client is back within the grace time. */
  drop(): void;
}
