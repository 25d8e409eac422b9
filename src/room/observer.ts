import type { Clock } from "../clock/clock.js";
import type { Entry } from "../signal/entry.js";
import type { RoomId } from "../signal/ids.js";

/**
 * Is told what happens in the rooms of a host: for its log, its figures. A call is made in the middle of the work, so it
 * must be quick, and must not throw; it has no `this`. Times are milliseconds by the host's clock.
 */
export interface RoomObserver {
  /** The room is open: somebody came, and it was not. */
  opened(room: RoomId): void;
  /** The host has let go of the room, because it was idle, failed, or the host stops. */
  closed(room: RoomId): void;
  /** The room has failed. Its clients were told already; it is closed next, and opened anew when somebody comes. */
  failed(room: RoomId, error: unknown): void;
  /** The room's log can store nothing: the room takes nothing until it can. Its clients are told next. */
  suspended(room: RoomId, error: unknown): void;
  /** A part of a recording could not be sealed; it stays as it came, and the room goes on. */
  unsealed(room: RoomId, error: unknown): void;
  /** An activity span has begun. */
  spanOpened(room: RoomId, isRecording: boolean): void;
  /** The span is over. Its duration has the quiet time at its end. */
  spanClosed(room: RoomId, duration: number): void;
  /** A batch of a client was taken, and is on its way into the log. */
  batchTaken(room: RoomId): void;
  /** The batch is durable and was passed on to everyone, its sender too; or, when it is not acknowledged, it never will be. */
  batchSettled(room: RoomId, waited: number, isAcknowledged: boolean): void;
  /** Entries are durable, and were passed on. */
  entriesTaken(room: RoomId, entries: readonly Entry[]): void;
  /** A part of the room's tape was made: a sealed block, or a keyframe. */
  partRecorded(room: RoomId, bytes: number): void;
}

const nothing = () => undefined;

/** Looks away. Whoever wants to see some of it takes this for the rest. */
export const UNOBSERVED: RoomObserver = {
  opened: nothing,
  closed: nothing,
  failed: nothing,
  suspended: nothing,
  unsealed: nothing,
  spanOpened: nothing,
  spanClosed: nothing,
  batchTaken: nothing,
  batchSettled: nothing,
  entriesTaken: nothing,
  partRecorded: nothing,
};

/** Tells of a batch now, and when it is in the log or never will be. What it is rejected with is dealt with elsewhere. */
export function observeBatch(appended: Promise<unknown>, room: RoomId, clock: Clock, observer: RoomObserver): void {
  const takenAt = clock.now();
  const settled = (isAcknowledged: boolean) => observer.batchSettled(room, clock.now() - takenAt, isAcknowledged);
  observer.batchTaken(room);
  appended.then(
    () => settled(true),
    () => settled(false),
  );
}
