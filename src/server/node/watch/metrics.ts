import { Registry } from "prom-client";
import { MetricBook, type Tally } from "./metric-book.js";
import { processMetrics } from "./process-metrics.js";
import { packageVersion } from "./version.js";

/** What is looked up only when somebody asks for the metrics. */
export interface MetricsSources {
  /** Bytes that wait in each open socket. */
  readonly waiting: () => Iterable<number>;
  /** Seconds in which rooms were active, by class of room. */
  readonly activeSeconds: () => Tally;
  /** Bytes of the store; null for one that is not in a folder of this machine. */
  readonly storeBytes: (() => number) | null;
  /** Bytes that its disk has left. */
  readonly storeFreeBytes: (() => number) | null;
}

/** Seconds: from a commit to a fast disk, to what a person takes for a broken line. */
const LATENCIES = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const SIZES = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/**
 * The figures of one server. No label names a room or a person. What is counted many times a second is a plain number
 * here, which whoever counts changes in place.
 */
export class Metrics {
  readonly #book = new MetricBook();
  #whole: Registry | null = null;

  roomsOpen = 0;
  connectionsOpen = 0;
  batches = 0;
  batchesWaiting = 0;
  worksWaiting = 0;
  isLastCommitDurable = true;
  recordedBytes = 0;
  presenceDropped = 0;
  /** Entries by track. */
  readonly entries = { document: 0, presence: 0 };

  readonly ackSeconds = this.#book.histogram(
    "inktape_batch_ack_seconds",
    "From the arrival of a batch to its being on stable storage and passed on to everyone.",
    LATENCIES,
  );
  readonly commitSeconds = this.#book.histogram(
    "inktape_commit_seconds",
    "How long commits to stable storage take.",
    LATENCIES,
  );
  readonly commitWorks = this.#book.histogram(
    "inktape_commit_works",
    "How many pieces of work, of all rooms, one commit makes durable.",
    SIZES,
  );
  readonly commitFailures = this.#book.counter(
    "inktape_commit_failures_total",
    "Commits that failed, and of which nothing was kept.",
  );
  readonly storeDamages = this.#book.counter(
    "inktape_store_damages_total",
    "Pieces of damage that were found in the store and passed over.",
  );
  readonly roomFailures = this.#book.counter("inktape_room_failures_total", "Rooms that failed and are opened anew.");
  readonly roomSuspensions = this.#book.counter(
    "inktape_room_suspensions_total",
    "How often a room could store nothing, and took nothing until it could.",
  );
  readonly errors = this.#book.counter(
    "inktape_errors_total",
    "What was refused or went wrong, by its code, and by where it was told: socket, request or room.",
    ["at", "code"],
  );
  readonly refused = this.#book.counter(
    "inktape_connections_refused_total",
    "Connections that did not get into a room, by the code of the error.",
    ["code"],
  );
  readonly closed = this.#book.counter(
    "inktape_connections_closed_total",
    "Connections that ended: left, lost, replaced by a newer one, slow (the peer took in too little), or by the code of an error.",
    ["reason"],
  );

  constructor({ waiting, activeSeconds, storeBytes, storeFreeBytes }: MetricsSources) {
    const book = this.#book;
    const { entries, closed } = this;
    book.gauge("inktape_rooms_open", "Rooms that are open.", () => this.roomsOpen);
    book.gauge("inktape_connections_open", "Connections that are open.", () => this.connectionsOpen);
    book.tallies("inktape_entries_total", "Entries of all rooms, by track.", "track", () => entries);
    book.tally("inktape_batches_total", "Batches of signals that were taken.", () => this.batches);
    book.gauge("inktape_batches_waiting", "Batches that are on their way into the log.", () => this.batchesWaiting);
    book.gauge("inktape_commit_works_waiting", "Pieces of work that wait for a commit.", () => this.worksWaiting);
    book.gauge("inktape_sockets_waiting_bytes", "Bytes that wait for peers to take them.", () => sum(waiting()));
    book.gauge("inktape_sockets_waiting_max_bytes", "The most that waits for one peer.", () =>
      Math.max(0, ...waiting()),
    );
    book.tally(
      "inktape_presence_dropped_total",
      "Entries of presence that were left out, because newer ones had come before a slow peer took them.",
      () => this.presenceDropped,
    );
    book.tally("inktape_recorded_bytes_total", "Bytes of sealed blocks and keyframes.", () => this.recordedBytes);
    book.tallies(
      "inktape_active_seconds_total",
      "Time in which rooms were active, the quiet time at the end of a span included, by class of room.",
      "class",
      activeSeconds,
    );
    if (storeBytes) book.gauge("inktape_store_bytes", "Size of the store on disk.", storeBytes);
    if (storeFreeBytes) book.gauge("inktape_store_free_bytes", "What the store's disk has left.", storeFreeBytes);
    const build = { version: packageVersion(), node: process.version };
    book.info("inktape_build_info", "Always 1; the labels say what runs.", build);
    for (const reason of ["left", "lost", "replaced", "slow", "too-fast"]) closed.inc({ reason }, 0);
  }

  /** Everything, as Prometheus reads it. */
  text(): Promise<string> {
    this.#whole ??= Registry.merge([this.#book.registry, processMetrics()]);
    return this.#whole.metrics();
  }

  /** The media type of {@link text}. */
  get contentType(): string {
    return this.#book.registry.contentType;
  }
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
