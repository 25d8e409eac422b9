import type { Clock } from "../../../clock/clock.js";
import { LEFT, REPLACED, RESUMED } from "../../../room/goodbyes.js";
import type { MemberId, RoomId } from "../../../signal/ids.js";
import type { Goodbye } from "../../../signal/protocol.js";
import type { ConnectionObserver, SocketsObserver } from "../sockets-observer.js";
import type { Logger } from "./log.js";
import type { Metrics } from "./metrics.js";

/** Ends that are nobody's mistake. */
const PLAIN_ENDS: ReadonlyMap<Goodbye, string> = new Map([
  [LEFT, "left"],
  [REPLACED, "replaced"],
  [RESUMED, "resumed"],
]);

/** What connections are watched with. */
interface Means {
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly clock: Clock;
  /** Tell how many bytes wait in each open socket; kept up to date here. */
  readonly waiting: Set<() => number>;
}

/** Counts connections, and writes into the log how each begins and ends. */
export function watchedSockets(means: Means): SocketsObserver {
  const { metrics, log } = means;
  let connections = 0;
  return {
    refused(code, room) {
      metrics.refused.inc({ code });
      metrics.errors.inc({ at: "socket", code });
      log.warn({ room: room ?? undefined, code }, "connection refused");
    },
    opened(room, waiting) {
      connections += 1;
      return new WatchedConnection(means, room, connections.toString(36), waiting);
    },
  };
}

class WatchedConnection implements ConnectionObserver {
  readonly #means: Means;
  readonly #room: RoomId;
  readonly #connection: string;
  readonly #waiting: () => number;
  readonly #openedAt: number;
  #member: MemberId | undefined;
  /** Why it ends, as soon as that is known. */
  #reason: string | null = null;

  constructor(means: Means, room: RoomId, connection: string, waiting: () => number) {
    this.#means = means;
    this.#room = room;
    this.#connection = connection;
    this.#waiting = waiting;
    this.#openedAt = means.clock.now();
    means.metrics.connectionsOpen += 1;
    means.waiting.add(waiting);
    means.log.info(this.#fields(), "connection opened");
  }

  seated(member: MemberId): void {
    this.#member = member;
  }

  slow(): void {
    this.#reason ??= "slow";
    this.#means.log.warn(this.#fields(), "slow reader: it takes in less than its room sends, and is sent away");
  }

  dropped(entries: number): void {
    this.#means.metrics.presenceDropped += entries;
  }

  ending(goodbye: Goodbye): void {
    const { metrics, log } = this.#means;
    const { code } = goodbye;
    const plain = PLAIN_ENDS.get(goodbye);
    this.#reason ??= plain ?? code;
    if (plain !== undefined) return;
    metrics.errors.inc({ at: "socket", code });
    if (code === "too-fast") log.warn(this.#fields(), "too fast: it sends more than is taken, and is cut");
    if (this.#member !== undefined) return;
    metrics.refused.inc({ code });
    log.warn({ ...this.#fields(), code }, "connection refused");
  }

  failed(err: unknown): void {
    this.#means.log.error({ ...this.#fields(), err }, "connection failed");
  }

  closed(): void {
    const { metrics, log, clock, waiting } = this.#means;
    const reason = this.#reason ?? "lost";
    waiting.delete(this.#waiting);
    metrics.connectionsOpen -= 1;
    metrics.closed.inc({ reason });
    const duration = Math.round(clock.now() - this.#openedAt);
    log.info({ ...this.#fields(), reason, duration }, "connection closed");
  }

  #fields() {
    return { room: this.#room, connection: this.#connection, member: this.#member };
  }
}
