import type { RoomObserver } from "../../../room/observer.js";
import { isInktapeError } from "../../../signal/errors.js";
import { trackOf } from "../../../signal/signal.js";
import type { ActiveTime } from "./active-time.js";
import type { Logger } from "./log.js";
import type { Metrics } from "./metrics.js";

/** Counts what rooms tell, and writes the rare of it into the log. */
export function watchedRooms(metrics: Metrics, active: ActiveTime, log: Logger): RoomObserver {
  return {
    opened(room) {
      metrics.roomsOpen += 1;
      log.info({ room }, "room opened");
    },
    closed(room) {
      metrics.roomsOpen -= 1;
      log.info({ room }, "room closed");
    },
    failed(room, err) {
      metrics.roomFailures.inc();
      metrics.errors.inc({ at: "room", code: codeOf(err) });
      log.error({ room, code: codeOf(err), err }, "room failed, and is opened anew");
    },
    suspended(room, err) {
      metrics.roomSuspensions.inc();
      metrics.errors.inc({ at: "room", code: codeOf(err) });
      log.error({ room, code: codeOf(err), err }, "room suspended: nothing of it can be stored, and it is tried again");
    },
    unsealed(room, err) {
      metrics.errors.inc({ at: "room", code: codeOf(err) });
      log.warn({ room, code: codeOf(err), err }, "part of a recording could not be sealed, and stays as it came");
    },
    spanOpened(room, isRecording) {
      active.begin(room, isRecording);
      log.info({ room, isRecording }, "span opened");
    },
    spanClosed(room, duration) {
      active.end(room);
      log.info({ room, duration }, "span closed");
    },
    batchTaken() {
      metrics.batches += 1;
      metrics.batchesWaiting += 1;
    },
    batchSettled(_, waited, isAcknowledged) {
      metrics.batchesWaiting -= 1;
      if (isAcknowledged) metrics.ackSeconds.observe(waited / 1000);
    },
    entriesTaken(room, entries) {
      for (const { signal } of entries) {
        metrics.entries[trackOf(signal)] += 1;
        if (signal.type === "recording.set") active.begin(room, signal.on);
      }
    },
    partRecorded(_, bytes) {
      metrics.recordedBytes += bytes;
    },
  };
}

/** An error's code; `unexpected` for one that nobody foresaw. */
export function codeOf(error: unknown): string {
  return isInktapeError(error) ? error.code : "unexpected";
}
