import { quantile } from "../rate.js";
import { BATCH_POINTS } from "./pen-batches.js";
import type { ServerProcess } from "./server-process.js";
import { broken } from "./speech.js";

/** What one server did under load. Times in milliseconds, from the sending of a batch to its coming at another client. */
export interface Reading {
  readonly deliveredPerSecond: number;
  /** The server's, with all that it does besides. */
  readonly cpuUsPerDelivery: number;
  readonly p50: number;
  readonly p99: number;
  /** Payload of WebSocket messages that readers got, to a point that they got. */
  readonly bytesPerPointDown: number;
  /** Payload of WebSocket messages that writers sent, to a point that they sent. */
  readonly bytesPerPointUp: number;
  readonly diskBytesPerBatch: number;
  readonly rssMb: number;
}

/** Counts what goes by between a start and an end. */
export class Meter {
  #isOn = false;
  #batches = 0;
  #bytesUp = 0;
  #bytesDown = 0;
  #pointsDown = 0;
  #latencies: number[] = [];

  /** A writer has sent a batch. */
  sent(bytes: number): void {
    if (!this.#isOn) return;
    this.#batches += 1;
    this.#bytesUp += bytes;
  }

  /** A batch came to a client who did not write it. */
  delivered(latency: number): void {
    if (this.#isOn) this.#latencies.push(latency);
  }

  /** A reader got a frame. */
  read(bytes: number, points: number): void {
    if (!this.#isOn) return;
    this.#bytesDown += bytes;
    this.#pointsDown += points;
  }

  /** Measures for a while what a server does. */
  async measure(server: ServerProcess, work: Promise<void>): Promise<Reading> {
    const before = { ...(await server.usage()), written: server.written(), at: performance.now() };
    this.#isOn = true;
    await work;
    // A server that is behind answers late, and what it does until then counts.
    const after = { ...(await server.usage()), written: server.written(), at: performance.now() };
    this.#isOn = false;
    const deliveries = this.#latencies.length;
    if (deliveries === 0 || this.#batches === 0 || this.#pointsDown === 0) broken("a server delivered nothing.");
    return {
      deliveredPerSecond: (deliveries / (after.at - before.at)) * 1000,
      cpuUsPerDelivery: (after.cpuUs - before.cpuUs) / deliveries,
      p50: quantile(this.#latencies, 0.5),
      p99: quantile(this.#latencies, 0.99),
      bytesPerPointDown: this.#bytesDown / this.#pointsDown,
      bytesPerPointUp: this.#bytesUp / (this.#batches * BATCH_POINTS),
      diskBytesPerBatch: (after.written - before.written) / this.#batches,
      rssMb: after.rssBytes / 2 ** 20,
    };
  }
}
