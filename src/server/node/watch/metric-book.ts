import { Counter, Gauge, Histogram, Registry } from "prom-client";

/** Numbers by the values of a label. */
export type Tally = Readonly<Record<string, number>>;

/** The metrics of one server, each with a name by the conventions of Prometheus and a sentence that says what it is. */
export class MetricBook {
  readonly registry = new Registry();
  readonly #registers = [this.registry];

  counter<Label extends string>(name: string, help: string, labelNames: readonly Label[] = []): Counter<Label> {
    return new Counter({ name, help, labelNames: [...labelNames], registers: this.#registers });
  }

  /** @param buckets their upper bounds. */
  histogram(name: string, help: string, buckets: readonly number[]): Histogram {
    return new Histogram({ name, help, buckets: [...buckets], registers: this.#registers });
  }

  /** A number that goes up and down, read when somebody asks. */
  gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: this.#registers,
      collect() {
        this.set(read());
      },
    });
  }

  /** A gauge that is always 1, and whose labels say what they say. */
  info(name: string, help: string, labels: Readonly<Record<string, string>>): void {
    new Gauge({ name, help, labelNames: Object.keys(labels), registers: this.#registers }).set(labels, 1);
  }

  /** A number that only grows, and is counted elsewhere: where it changes too often for a counter's own bookkeeping. */
  tally(name: string, help: string, read: () => number): void {
    new Counter({
      name,
      help,
      registers: this.#registers,
      collect() {
        this.reset();
        this.inc(read());
      },
    });
  }

  /** The same by the values of one label. */
  tallies(name: string, help: string, label: string, read: () => Tally): void {
    new Counter({
      name,
      help,
      labelNames: [label],
      registers: this.#registers,
      collect() {
        this.reset();
        for (const [value, count] of Object.entries(read())) this.inc({ [label]: value }, count);
      },
    });
  }
}
