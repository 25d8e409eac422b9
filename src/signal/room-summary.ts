import type { Millis, RoomId } from "./ids.js";

/** A room as a list shows it. */
export interface RoomSummary {
  readonly room: RoomId;
  readonly created: Millis;
  /** The last entry's time; `created` when there is none. */
  readonly lastAt: Millis;
  readonly entries: number;
  /** Bytes on storage: blocks, keyframes and the raw end. */
  readonly bytes: number;
  readonly isRecorded: boolean;
}
