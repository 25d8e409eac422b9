import type { Clock } from "../../../clock/clock.js";
import type { RoomObserver } from "../../../room/observer.js";
import type { RoomId } from "../../../signal/ids.js";
import type { SocketsObserver } from "../sockets-observer.js";
import type { CommitObserver } from "../sqlite/group-commit.js";
import { freeBytes, storeBytes } from "../sqlite/size.js";
import { ActiveTime, OTHER } from "./active-time.js";
import type { Logger } from "./log.js";
import { Metrics } from "./metrics.js";
import { watchedCommits } from "./watched-commits.js";
import { codeOf, watchedRooms } from "./watched-rooms.js";
import { watchedSockets } from "./watched-sockets.js";

/** What a server is watched with. */
export interface WatchOptions {
  readonly clock: Clock;
  readonly log: Logger;
  /** Of the store; null when it is in no folder of this machine. */
  readonly folder: string | null;
  readonly roomClass?: ((room: RoomId) => string) | undefined;
}

/** Everything that an operator sees of one server: its metrics, its log. */
export class Watch {
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly rooms: RoomObserver;
  readonly sockets: SocketsObserver;
  readonly commits: CommitObserver;

  constructor({ clock, log, folder, roomClass }: WatchOptions) {
    const waiting = new Set<() => number>();
    const active = new ActiveTime(clock, (room, isRecording) => {
      try {
        return String(roomClass ? roomClass(room) : isRecording ? "recorded" : "unrecorded");
      } catch (err) {
        log.error({ room, err }, "roomClass failed");
        return OTHER;
      }
    });
    this.log = log;
    this.metrics = new Metrics({
      waiting: () => Array.from(waiting, (read) => read()),
      activeSeconds: () => active.seconds(),
      storeBytes: folder === null ? null : () => storeBytes(folder),
      storeFreeBytes: folder === null ? null : () => freeBytes(folder),
    });
    this.rooms = watchedRooms(this.metrics, active, log);
    this.sockets = watchedSockets({ metrics: this.metrics, log, clock, waiting });
    this.commits = watchedCommits(this.metrics, clock);
  }

  /** Why the server can store nothing at the moment; null when it can. */
  get unready(): string | null {
    return this.metrics.isLastCommitDurable ? null : "The store cannot be written. The server's log says why.";
  }

  /** The store has found damage, and passed over it. */
  readonly damaged = (sentence: string): void => {
    this.metrics.storeDamages.inc();
    this.log.warn({}, sentence);
  };

  /** A request is answered with an error. */
  readonly requestFailed = (err: unknown, path: string): void => {
    const code = codeOf(err);
    this.metrics.errors.inc({ at: "request", code });
    if (code === "unexpected") this.log.error({ path, err }, "request failed");
  };
}
